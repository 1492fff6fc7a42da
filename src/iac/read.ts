/** Infrastructure code of all formats, as resources. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import type { Resource } from '../model/resource.ts';
import { asCloudFormation } from './awscc.ts';
import { unknownType } from './bedrock-types.ts';
import { asCreated, unreadCall } from './custom-resource/as-created.ts';
import { DefinitionTexts } from './definition-text.ts';
import type { IacReading, IacRoot } from './format.ts';
import { ParseCache } from './parse-cache.ts';
import { IAC_FORMATS } from './registry.ts';
import { Budget } from './terraform/evaluate/budget.ts';
import { TERRAFORM } from './terraform/index.ts';
import { isInstalled } from './terraform/module/installed.ts';

/** Whether any format may want a file, by its path alone. */
export function wantedByInfrastructure(path: string): boolean {
  const formats = isInstalled(path) ? [TERRAFORM] : IAC_FORMATS;
  return formats.some((format) => format.wants(path));
}

/** Whether any format may want a file, if its text says so. */
export function maybeInfrastructure(path: string): boolean {
  return !isInstalled(path) && IAC_FORMATS.some((format) => format.mayWant?.(path) === true);
}

/** Whether the text of a file that may matter to a format shows that it does. */
export function recognizedByInfrastructure(path: string, text: string): boolean {
  return IAC_FORMATS.some(
    (format) => format.mayWant?.(path) === true && format.recognizes?.(path, text) === true,
  );
}

/** Where the infrastructure code of a tree starts, where no manifest says so. */
export function findInfrastructureRoots(
  texts: ReadonlyMap<string, string>,
  cache: ParseCache = new ParseCache(),
): readonly IacRoot[] {
  const parts = new Set(IAC_FORMATS.flatMap((format) => [...(format.parts?.(texts) ?? [])]));
  const roots = IAC_FORMATS.flatMap((format) => format.findRoots(texts, cache));
  // Whatever stands in a downloaded module is nobody's root.
  return roots.filter(({ directory }) => !parts.has(directory) && !isInstalled(directory));
}

/**
 * What the infrastructure code declares, from the given roots or from those that are found.
 *
 * Resources of different roots may have the same address, since each root has a state of its own; two in one root are
 * reported. `cache` remembers parsed files: given to the readings of two trees, it parses what they share once. `paths`
 * are all files of the tree, also those that were not read.
 */
export function readInfrastructure(
  texts: ReadonlyMap<string, string>,
  roots: readonly IacRoot[] | undefined,
  cache: ParseCache = new ParseCache(),
  paths: ReadonlySet<string> = new Set(texts.keys()),
): IacReading {
  const asked = new Set<string>();
  const installed: string[] = [];
  const unread: string[] = [];
  const resources: Resource[] = [];
  const diagnostics: Diagnostic[] = [];
  const definitions = new DefinitionTexts(new Budget(diagnostics));
  for (const format of IAC_FORMATS) {
    const own = roots?.filter((root) => (root.format ?? 'terraform') === format.id);
    for (const root of own ?? format.findRoots(texts, cache)) {
      const reading = format.read(root, texts, cache, paths);
      for (const path of reading.asked ?? []) asked.add(path);
      installed.push(...(reading.modules?.installed ?? []));
      unread.push(...(reading.modules?.unread ?? []));
      diagnostics.push(...reading.diagnostics);
      for (const resource of reading.resources) {
        if (resources.length > LIMITS.resources) break;
        resources.push(definitions.withDefinition(asCreated(asCloudFormation(resource))));
      }
    }
  }
  if (resources.length > LIMITS.resources) {
    resources.length = LIMITS.resources;
    const message = `There are more than ${LIMITS.resources} resources; the others were not read.`;
    diagnostics.push({ code: 'limit-exceeded', severity: 'error', message });
  }
  diagnostics.push(...unknownTypes(resources));
  const reading = { resources, diagnostics: distinct(diagnostics) };
  return {
    ...reading,
    ...(asked.size === 0 ? {} : { asked: [...asked] }),
    ...(installed.length + unread.length === 0 ? {} : { modules: { installed, unread } }),
  };
}

/** One diagnostic for each block, however many instances it has. */
function unknownTypes(resources: readonly Resource[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const resource of resources) {
    const problem = unknownType(resource) ?? unreadCall(resource);
    if (problem !== undefined) found.push(problem);
  }
  return found;
}

/** Roots that share a module find the same problems in it. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, message, at } = diagnostic;
    const key = JSON.stringify([code, message, at?.file, at?.line, at?.column]);
    if (!seen.has(key)) seen.set(key, diagnostic);
  }
  return [...seen.values()];
}
