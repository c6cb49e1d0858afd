# One image for the site (`serve`), the workers (`work`) and the tasks (`node dist/migrate.js`).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 VIDHUK_DATA_DIR=/data
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY server/standalone/*.js server/standalone/
RUN install -d -o node -g node /data
USER node
EXPOSE 3000
CMD ["node", "server/standalone/bootstrap.js", "serve"]
