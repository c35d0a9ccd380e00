// Unpacks Chromium and the libraries that a bare machine lacks into TMPDIR; prints where the program is.
import { join } from "node:path";
import { inflate } from "@sparticuz/chromium";
import Chromium from "@sparticuz/chromium";

const program = await Chromium.executablePath();
await inflate(join("node_modules", "@sparticuz", "chromium", "bin", "al2023.tar.br"));
console.log(program);
