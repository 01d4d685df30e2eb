# What the tests and the build need stays in the first stage.
FROM node:24-slim AS build
WORKDIR /enishi
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 ENISHI_DATABASE=/data/enishi.db ENISHI_STATE_DIRECTORY=/data
WORKDIR /enishi
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force \
 && mkdir /data && chown node:node /data && chmod 700 /data
COPY --from=build /enishi/dist ./dist
# What `npm run backup`, `rebuild-rollups` and `migrate-to-postgres` are made of.
COPY collector ./collector
COPY sdk ./sdk
USER node
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=10s --start-period=30s CMD \
  ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, so that SIGTERM reaches the collector itself. The flag bounds what Node takes for new objects, twice over; and
# with two arenas the C library keeps less of what its threads have given back.
ENV MALLOC_ARENA_MAX=2
CMD ["node", "--max-semi-space-size=8", "dist/collector/main.js"]
