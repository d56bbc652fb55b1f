import postgres from "postgres";

/** Makes an empty database on a PostgreSQL server. @returns its address, and what removes it */
export async function freshDatabase(serverUrl: string) {
  const name = `duet_bench_${process.pid}`;
  const server = postgres(serverUrl, { onnotice: () => {} });
  await server`create database ${server(name)}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await server`drop database ${server(name)} with (force)`;
      await server.end();
    },
  };
}
