/** The lines of a manifest that would price a model which only code names. */
import type { NamedModel, RequestSize } from '../model/model-change.ts';
import type { Model } from '../model/price.ts';

/**
 * An entry of `workloads:` in two lines. The file is named from the manifest's directory, with what picks the id in
 * it; the id itself where nothing does. `known` is what the catalogue says of the model.
 */
export function manifestLines(
  project: string,
  model: NamedModel,
  size: RequestSize,
  known: Model | undefined,
): readonly string[] {
  const name = workloadName(fromManifest(project, model));
  // A reranking model is billed by the query, as a part of a knowledge base.
  if (known !== undefined && /\brerank\b/.test(known.key))
    return [
      `${name}: { requests: 1000 per day,`,
      `  knowledge_base: { rerank: { model: ${JSON.stringify(model.id)} } } }`,
    ];
  return [
    `${name}: { model: ${bindingTo(project, model)}, requests: 1000 per day,`,
    `  ${usageOf(known?.modalities?.output ?? ['text'], size)} }`,
  ];
}

/** The keys by which calls are billed, from what the model makes: tokens that it does not make have no price. */
function usageOf(makes: readonly string[], { input, output }: RequestSize): string {
  const read = `input_tokens: ${input.toFixed()}`;
  if (makes.includes('text')) return `${read}, output_tokens: ${output.toFixed()}`;
  if (makes.includes('image')) return 'images: { count: 1, size: 1024, quality: standard }';
  if (makes.includes('video')) return 'video: { seconds: 6, resolution: 720p }';
  return read;
}

/** What `model:` takes to follow an id in code; the id itself where a binding would not find it. */
export function bindingTo(project: string, model: NamedModel): string {
  const { id, prefixUnknown, pick } = model;
  if (prefixUnknown === true) return `global.${id}`;
  if (pick === undefined) return id;
  const { name, path } = pick;
  const how =
    name !== undefined ? `, name: ${plain(name)}` : path !== undefined ? `, path: ${plain(path)}` : '';
  return `{ file: ${plain(fromManifest(project, model))}${how} }`;
}

function fromManifest(project: string, { at }: NamedModel): string {
  return project === '.' ? at.file : at.file.slice(project.length + 1);
}

/** A name by the grammar of names, after the file. */
function workloadName(file: string): string {
  const parts = file.toLowerCase().split('/');
  const stem = (parts.at(-1) ?? '').replace(/^\.+/, '').replace(/\.[a-z0-9]+$/, '');
  const usual = [
    'index',
    'main',
    'app',
    'handler',
    'env',
    'config',
    'settings',
    'lambda_function',
    '__init__',
  ];
  const folder = parts.at(-2);
  const chosen = usual.includes(stem) && folder !== undefined ? `${folder}-${stem}` : stem;
  const name = chosen.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(name) ? name.slice(0, 40) : `workload-${name}`.slice(0, 40);
}

/** A text that YAML takes as it is, else in quotes. */
function plain(text: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(text) || /^\.[\w./-]+$/.test(text) ? text : JSON.stringify(text);
}
