/** Data files of infrastructure code: templates, definitions, parameters and settings, in JSON, YAML or TOML. */
import { createSource } from '../terraform/hcl/source.ts';
import { readJsonDocument } from './read-json.ts';
import { readTomlDocument } from './read-toml.ts';
import { readYamlDocument } from './read-yaml.ts';
import type { DocumentReading } from './reading.ts';

/**
 * Reads a file as TOML by its name, as JSON where it starts as JSON does, else as YAML. Every reader of such files goes through here, so that
 * one `ParseCache` serves them all.
 */
export function readDocument(path: string, text: string): DocumentReading {
  const source = createSource(path, text);
  if (path.endsWith('.toml')) return readTomlDocument(source);
  if (!/^\uFEFF?\s*[{[]/.test(text)) return readYamlDocument(source);
  const json = readJsonDocument(source);
  // Braces begin a map of YAML, too.
  return json.root === undefined && !path.endsWith('.json') ? readYamlDocument(source) : json;
}
