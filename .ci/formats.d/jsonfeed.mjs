// Checks the files that are named against the JSON Schema of JSON Feed 1.1. Run it where node_modules is.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.cwd() + "/");
const Ajv = require("ajv");
const schema = JSON.parse(readFileSync(require.resolve("jsonfeed-schema/schema-v1.1.json"), "utf-8"));
const ajv = new Ajv({ strict: false, allErrors: true });
require("ajv-formats")(ajv);
const validate = ajv.compile(schema);
for (const file of process.argv.slice(2)) {
    if (!validate(JSON.parse(readFileSync(file, "utf-8")))) {
        console.error(file, validate.errors);
        process.exitCode = 1;
    }
}
