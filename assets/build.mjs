// Builds dist/: style.css and its mirror, script.js, the fonts and the static files.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { buildSync, transformSync } from "esbuild";
import rtlcss from "rtlcss";
import { compile } from "sass";

const here = new URL("./", import.meta.url).pathname;
const from = (path) => here + path;
const dist = (name) => from("dist/" + name);
const packages = from("node_modules/");

// What a page may weigh, in bytes on the wire.
const budget = { "style.css": 20_000, "style.rtl.css": 20_000, "script.js": 10_000, "worker.js": 4_000 };

function write(name, text) {
  const weight = gzipSync(text, { level: 9 }).length;
  if (weight > budget[name]) throw new Error(`${name} weighs ${weight} bytes; the budget is ${budget[name]}`);
  writeFileSync(dist(name), text);
  console.log(name.padEnd(16), String(weight).padStart(6), "bytes compressed");
}

rmSync(dist(""), { recursive: true, force: true });
mkdirSync(dist("fonts"), { recursive: true });

const { css } = compile(from("style/style.scss"), { loadPaths: [packages], quietDeps: true });
const minify = (text) => transformSync(text, { loader: "css", minify: true, legalComments: "none" }).code;
write("style.css", minify(css));
write("style.rtl.css", minify(rtlcss.process(css)));

function bundle(name, format) {
  const { outputFiles } = buildSync({
    entryPoints: [from("script/" + name)],
    bundle: true,
    format,
    target: "es2020",
    minify: true,
    write: false,
  });
  write(name, outputFiles[0].text);
}
bundle("script.js", "esm");
// A service worker that is a module does not run everywhere yet.
bundle("worker.js", "iife");

const plex = packages + "dkfds/dist/fonts/IBMPlexSans/split/woff2/";
const ethiopic = packages + "@fontsource/noto-sans-ethiopic/";
cpSync(plex + "IBMPlexSans-Regular-Latin1.woff2", dist("fonts/plex-400.woff2"));
cpSync(plex + "IBMPlexSans-SemiBold-Latin1.woff2", dist("fonts/plex-600.woff2"));
cpSync(plex + "license.txt", dist("fonts/plex-licence.txt"));
cpSync(ethiopic + "files/noto-sans-ethiopic-ethiopic-400-normal.woff2", dist("fonts/ethiopic-400.woff2"));
cpSync(ethiopic + "LICENSE", dist("fonts/ethiopic-licence.txt"));

cpSync(from("static"), dist(""), { recursive: true });
