// Starts `samskab demo` before the tests, once for each worker, on a free port with its data in a new folder; stops
// them after the tests. Workers share nothing, so no test sees what another one did meanwhile.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { FullConfig } from "@playwright/test";
import { kept, roles, type Demo } from "./demo.ts";

const longestStartMs = 120_000;

type Running = { demo: Demo; stop: () => Promise<void> };

export default async function start(config: FullConfig): Promise<() => Promise<void>> {
  const program = findProgram();
  const started = await Promise.allSettled(Array.from({ length: config.workers }, () => startOne(program)));
  const running = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()));
  };
  const failed = started.find((one) => one.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  process.env[kept] = JSON.stringify(running.map((one) => one.demo));
  return stop;
}

async function startOne(program: string): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), "samskab-e2e."));
  const server = spawn(program, ["demo", "--listen", `127.0.0.1:${await freePort()}`, "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  process.once("exit", () => server.kill("SIGKILL"));
  const ended = new Promise<void>((done) => server.once("close", () => done()));

  const stop = async () => {
    server.kill("SIGTERM");
    const stubborn = setTimeout(() => server.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(stubborn);
    rmSync(data, { recursive: true, force: true });
  };

  let complaints = "";
  server.stderr.on("data", (text) => (complaints = (complaints + text).slice(-4_000)));
  const demo: Demo = { origin: "", links: {} };
  const ready = new Promise<void>((done, fail) => {
    createInterface({ input: server.stdout }).on("line", (line) => {
      const [word, url] = line.split("\t");
      if (!word || !url) return;
      if (word !== "ready") {
        demo.links[word] = url;
        return;
      }
      demo.origin = new URL(url).origin;
      done();
    });
    server.once("error", fail);
    server.once("close", (code) => fail(new Error(`${program} ended with ${code} before it was ready:\n${complaints}`)));
    setTimeout(() => fail(new Error(`${program} was not ready in time:\n${complaints}`)), longestStartMs).unref();
  });

  try {
    await ready;
    const missing = roles.filter((role) => !demo.links[role]);
    if (missing.length > 0) throw new Error(`no sign-in link was printed for: ${missing.join(", ")}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { demo, stop };
}

function findProgram(): string {
  const target = resolve(import.meta.dirname, "..", process.env["CARGO_TARGET_DIR"] ?? "target");
  const places = [process.env["SAMSKAB_PROGRAM"], join(target, "debug/samskab"), join(target, "release/samskab")];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error("the program is not built: cargo build -p samskab");
  return found;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => probe.once("listening", listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
