// Lints a document with IBM's validator, and fails on its errors but those of the rules below. (Its own way to turn rules off
// does not load a ruleset file that is not its own.) Usage: node ibm.mjs LINT_OPENAPI DOCUMENT
import { spawnSync } from "node:child_process";

// Rules of IBM's own house style, or wrong for Dateline, each with its reason.
const off = new Set([
  // IBM's names are snake_case. These are JavaScript's habit in JSON, and the web's habit in addresses.
  "ibm-property-casing-convention",
  "ibm-parameter-casing-convention",
  "ibm-path-segment-casing-convention",
  "ibm-enum-casing-convention",
  // Times in addresses may be dates, and numbers have the limits of their Java types.
  "ibm-schema-type-format",
  "ibm-integer-attributes",
  // One schema serves what is sent and what is answered: a draft may lack anything.
  "ibm-required-array-properties-in-response",
  "ibm-required-enum-properties-in-response",
  // A description beside a reference is allowed since OpenAPI 3.1; nothing else stands there (PortableContractTest).
  "no-$ref-siblings",
  // The ETag is that of the working copy, which has a GET.
  "ibm-etag-header",
  // One address serves the workflow of every kind.
  "ibm-no-consecutive-path-parameter-segments",
  // An extension ends an address, as in `articles.atom`. OpenAPI lets a parameter be a part of a segment.
  "ibm-valid-path-segments",
  // A merge patch names what changes: any field of the content (RFC 7396).
  "ibm-accept-and-return-models",
  // A bulk has the condition of each of its operations in the body.
  "ibm-precondition-headers",
]);

const [validator, document] = process.argv.slice(2);
const { stdout, stderr } = spawnSync(validator, ["--errors-only", "--json", document], {
  encoding: "utf8",
  maxBuffer: 64 << 20,
});
if (!stdout.startsWith("{")) {
  console.error(stdout, stderr);
  process.exit(1);
}
const errors = JSON.parse(stdout).error.results.filter((error) => !off.has(error.rule));
errors.forEach((error) => console.log(`${error.rule} ${error.path.join("/")}: ${error.message}`));
process.exit(errors.length > 0 ? 1 : 0);
