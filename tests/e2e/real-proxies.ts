import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "../collector-process.ts";
import { eventually } from "../eventually.ts";
import { recipe } from "../recipe.ts";
import { throwAwayCertificate } from "./throw-away-certificate.ts";
import type { Front } from "./world.ts";

interface Ports {
  shop: number;
  collector: number;
}

/** What a proxy's own configuration is made of, around the recipe. */
interface Place extends Ports {
  folder: string;
  port: number;
  cert: string;
  key: string;
}

export interface RealProxy {
  name: string;
  isInstalled: boolean;
  start(ports: Ports): Promise<Front>;
}

export const realProxies: RealProxy[] = [
  proxy("nginx", ["-v"], (place) => ({
    file: "nginx.conf",
    text: nginx(place),
    args: ["-p", place.folder, "-c", join(place.folder, "nginx.conf")],
  })),
  proxy("caddy", ["version"], (place) => ({
    file: "Caddyfile",
    text: caddy(place),
    args: ["run", "--config", join(place.folder, "Caddyfile")],
  })),
];

/** The shop at shop.test with the path, and the collector at ref.shop.test, as the documents say. */
function nginx({ folder, port, cert, key, shop, collector }: Place): string {
  const path = recipe("docs/first-party.md", "nginx", "nginx");
  const host = recipe("docs/self-hosting.md", "Reverse proxy", "nginx");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((what) => `${what}_temp_path ${join(folder, what)};`)
    .join("\n");
  return `
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
pid ${join(folder, "pid")};
error_log stderr;
events {}
http {
  access_log off;
  ${temporary}
  ssl_certificate ${cert};
  ssl_certificate_key ${key};
  server {
    listen ${port} ssl http2;
    server_name shop.test;
    ${at(collector, path)}
    location / { proxy_pass http://127.0.0.1:${shop}; }
  }
  ${at(collector, host).replace("listen 443", `listen ${port}`)}
}`;
}

function caddy({ folder, port, cert, key, shop, collector }: Place): string {
  const path = recipe("docs/first-party.md", "Caddy", "caddy");
  const host = recipe("docs/self-hosting.md", "Reverse proxy", "caddy");
  const tls = `tls ${cert} ${key}`;
  return `{
  admin off
  auto_https off
  storage file_system ${folder}
}
https://shop.test:${port} {
  ${tls}
  ${at(collector, path)}
  handle {
    reverse_proxy 127.0.0.1:${shop}
  }
}
${at(collector, host).replace("ref.shop.test {", `https://ref.shop.test:${port} {\n${tls}`)}
`;
}

function at(collector: number, text: string): string {
  return text
    .replaceAll("127.0.0.1:8787", `127.0.0.1:${collector}`)
    .replaceAll("shop.example", "shop.test");
}

function proxy(
  name: string,
  asked: string[],
  configure: (place: Place) => { file: string; text: string; args: string[] },
): RealProxy {
  return {
    name,
    isInstalled: spawnSync(name, asked).status === 0,
    async start(ports) {
      const folder = temporaryFolder();
      const port = await freePort();
      const { cert, key } = throwAwayCertificate();
      const place = {
        ...ports,
        folder,
        port,
        cert: join(folder, "cert.pem"),
        key: join(folder, "key.pem"),
      };
      const { file, text, args } = configure(place);
      writeFileSync(place.cert, cert);
      writeFileSync(place.key, key);
      writeFileSync(join(folder, file), text);
      const child = spawn(name, args, {
        stdio: ["ignore", "ignore", "pipe"],
        env: { PATH: process.env.PATH, HOME: folder },
      });
      let said = "";
      child.stderr.on("data", (chunk) => {
        said += chunk;
      });
      const killWithUs = () => child.kill("SIGKILL");
      process.on("exit", killWithUs);
      await eventually(async () => {
        if (child.exitCode !== null) throw new Error(`${name} said: ${said}`);
        await canConnect(port);
      });
      return {
        port,
        async close() {
          process.off("exit", killWithUs);
          const exit = once(child, "exit");
          child.kill("SIGTERM");
          await exit;
        },
      };
    },
  };
}

async function canConnect(port: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
