# syntax=docker/dockerfile:1
# Builds the app as one folder that needs nothing but Node.js. What browsers must know is read now,
# and again with all other variables when the container starts (docs/deployment.md).

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# A test tool would fetch a browser.
RUN --mount=type=cache,target=/root/.npm PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci
COPY . .
ARG NEXT_PUBLIC_SUPABASE_URL
ARG NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY
RUN NEXT_TELEMETRY_DISABLED=1 BUILD_STANDALONE=1 npm run build

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
COPY --from=build --chown=node:node /app/public ./public
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The server stops taking requests on SIGTERM and ends those that it has.
CMD ["node", "server.js"]
