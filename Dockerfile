# One image for the site, the workers and the tasks; docker-compose.yml gives each its command.
# Node 24 for all three stages; nothing of the first but `dist` and nothing of the second but the packages gets into the image.
ARG NODE=node:24.11.1-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM ${NODE}
LABEL org.opencontainers.image.title="Vidhuk" org.opencontainers.image.licenses="MIT"
# No process writes into the image; the folder in memory that it gets is /tmp.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 VIDHUK_DATA_DIR=/tmp/vidhuk
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY server/standalone/*.js server/standalone/
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "server/standalone/health.js", "web"]
CMD ["node", "server/standalone/bootstrap.js", "serve"]
