// @ts-nocheck
// The rival's client: a single page application as it is written on a first day, React, Leaflet, markercluster and socket.io in one file.
import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import * as Leaflet from 'leaflet';
import { createElement as h, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { io } from 'socket.io-client';

window.L = { ...Leaflet };
const SHOWN = 10;

function CityMap({ points }) {
  const element = useRef(null);
  useEffect(() => {
    let map;
    void import('leaflet.markercluster').then(() => {
      map = window.L.map(element.current, { center: [46.475, 30.72], zoom: 12 });
      const group = window.L.markerClusterGroup();
      for (const { lng, lat, text } of points) group.addLayer(window.L.marker([lat, lng]).bindPopup(text));
      map.addLayer(group);
    });
    return () => map?.remove();
  }, [points]);
  return h('div', { ref: element, style: { height: 360 } });
}
function App() {
  const [points, setPoints] = useState(null);
  const [{ title, lead }, setWords] = useState({});
  useEffect(() => {
    void fetch('/words.json')
      .then((answer) => answer.json())
      .then(setWords);
    void fetch('/points.json')
      .then((answer) => answer.json())
      .then(setPoints);
    const socket = io({ transports: ['websocket'] });
    return () => socket.close();
  }, []);
  if (!points || !title) return h('p', null, '…');
  return h(
    'main',
    null,
    h('h1', null, title),
    h('p', null, lead),
    h(CityMap, { points }),
    points
      .slice(0, SHOWN)
      .map(({ id, number, text, status }) =>
        h('article', { key: id, 'data-case': number }, h('h3', null, number), h('p', null, text), h('p', null, status)),
      ),
  );
}
createRoot(document.getElementById('root')).render(h(App));
