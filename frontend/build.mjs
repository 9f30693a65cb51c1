// Builds matchmaker/static/build: the style sheets, the fonts, htmx, Leaflet and our own scripts.
// Every file carries a hash of its content in its name, so browsers may keep it for ever;
// manifest.json says which name stands for which file.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as sass from "sass";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, "node_modules");
const target = path.join(root, "matchmaker", "static", "build");
const fresh = `${target}.new`;
const manifest = {};

function hashedName(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const { name: stem, ext } = path.parse(name);
  return `${stem}.${hash}${ext}`;
}

// Texts are also kept compressed, once and for all, for lines on which every kilobyte counts.
async function put(name, content) {
  manifest[name] = hashedName(name, content);
  await writeFile(path.join(fresh, manifest[name]), content);
  if (!name.endsWith(".woff2")) {
    await writeFile(path.join(fresh, `${manifest[name]}.gz`), gzipSync(content, { level: 9 }));
  }
}

const families = { "be-vietnam-pro": ["vietnamese", "latin-ext", "latin"], "work-sans": ["latin"] };

async function buildFonts() {
  for (const [family, subsets] of Object.entries(families)) {
    for (const subset of subsets) {
      for (const weight of [400, 600]) {
        const name = `${family}-${subset}-${weight}-normal.woff2`;
        await put(name, await readFile(path.join(modules, "@fontsource", family, "files", name)));
      }
    }
  }
}

// Whole fonts for the PDFs: the web's subsets lack letters that a print on paper needs. Tinos, drawn to the
// measures of Times New Roman, is for official papers.
const printFonts = {
  "be-vietnam-pro": ["BeVietnamPro", "400Regular", "600SemiBold", "700Bold"],
  tinos: ["Tinos", "400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"],
};

async function buildPrintFonts() {
  await mkdir(path.join(fresh, "fonts"));
  for (const [family, [stem, ...faces]] of Object.entries(printFonts)) {
    for (const face of faces) {
      const name = `${stem}_${face}.ttf`;
      const file = path.join(modules, "@expo-google-fonts", family, face, name);
      await copyFile(file, path.join(fresh, "fonts", name));
    }
  }
}

async function buildImages() {
  const source = path.join(root, "frontend", "images");
  for (const name of (await readdir(source)).sort()) {
    await put(name, await readFile(path.join(source, name)));
  }
}

async function buildStyles() {
  const { css } = sass.compile(path.join(root, "frontend", "app.scss"), {
    loadPaths: [modules],
    style: "compressed",
    quietDeps: true,
  });
  const named = css.replace(/url\("?([^")]+)"?\)/g, (whole, name) => {
    if (name.startsWith("data:")) return whole;
    if (!(name in manifest)) throw new Error(`app.scss names ${name}, which was not built`);
    return `url("${manifest[name]}")`;
  });
  await put("app.css", named);
}

// Leaflet's own style without its pictures: the map draws its points itself.
async function buildMapStyles() {
  const css = await readFile(path.join(modules, "leaflet", "dist", "leaflet.css"), "utf8");
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/url\((?:images\/[^)]*|#default#VML)\)/g, "none");
  await put("leaflet.css", bare);
}

async function buildScripts() {
  await put("leaflet.js", await readFile(path.join(modules, "leaflet", "dist", "leaflet.js")));
  await put("htmx.js", await readFile(path.join(modules, "htmx.org", "dist", "htmx.min.js")));
  const source = path.join(root, "frontend", "scripts");
  for (const name of (await readdir(source)).sort()) {
    await put(name, await readFile(path.join(source, name)));
  }
}

await rm(fresh, { recursive: true, force: true });
await mkdir(fresh, { recursive: true });
await buildFonts();
await buildPrintFonts();
await buildImages();
await buildStyles();
await buildMapStyles();
await buildScripts();
await writeFile(path.join(fresh, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
await rm(target, { recursive: true, force: true });
await rename(fresh, target);
console.log(`${Object.keys(manifest).length} files in ${path.relative(root, target)}`);
