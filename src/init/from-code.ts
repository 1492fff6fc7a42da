/** Workloads that application code declares: files that set a model id, less what something else sets for them. */
import { type FollowedSettings, followedSettings } from '../bind/followed-settings.ts';
import { resourceGraph } from '../bind/graph.ts';
import { modelInFile } from '../bind/model-in-file.ts';
import type { ModelReference } from '../code/found-model-id.ts';
import { decidingReferences } from '../code/model-references.ts';
import { purposeOf } from '../code/purpose.ts';
import { languageOf } from '../code/scanned-files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Candidate, type KnownKey, nameFrom, purposesOf, rerankKey, unusedName } from './candidate.ts';
import { mostTokens } from './most-tokens.ts';
import { openSizes, requestsKey } from './open-keys.ts';
import { isVisible, yamlText } from './yaml-text.ts';

export interface CodeCandidates {
  readonly candidates: readonly Candidate[];
  /** Files that name so many models that they list them: which one runs is for a person to say. */
  readonly lists: readonly { readonly file: string; readonly ids: number }[];
  /** Notebooks that set a model: most of them are tried out, not run. */
  readonly notebooks: readonly string[];
}

/** More ids than this in one file are a list of models. */
const MOST_IDS = 6;

interface Setting {
  readonly file: string;
  readonly references: readonly ModelReference[];
  readonly ids: readonly string[];
}

/**
 * One candidate for each file that sets a model, with files of one directory that all set the same one together.
 * `texts` are files below the manifest by path from it; `elsewhere` are environment variables that other code sets.
 */
export function candidatesFromCode(
  texts: ReadonlyMap<string, string>,
  elsewhere: ReadonlySet<string>,
): CodeCandidates {
  const read = [...texts].map(([file, text]) => ({
    file,
    text,
    references: isCode(file, text) ? decidingReferences(file, text) : [],
  }));
  const configured = new Set(
    read.flatMap(({ references }) =>
      references.flatMap(({ use, name }) => (use === 'configuration' && name !== undefined ? [name] : [])),
    ),
  );
  const settings = read.flatMap(({ file, references }): readonly Setting[] => {
    const own = references.filter(
      ({ use, name = '' }) =>
        !(use === 'environment-default' && (elsewhere.has(name) || configured.has(name))) &&
        !(use === 'configuration' && elsewhere.has(name)),
    );
    return own.length === 0 ? [] : [{ file, references: own, ids: [...new Set(own.map(({ id }) => id))] }];
  });
  const isNotebook = ({ file }: Setting) => languageOf(file) === 'notebook';
  const programs = settings.filter((setting) => !isNotebook(setting));
  const isList = ({ ids }: Setting) => ids.length > MOST_IDS;
  return {
    candidates: apart(together(programs.filter((setting) => !isList(setting)))).map(({ group, name }) =>
      candidate(group, name, texts),
    ),
    lists: programs.filter(isList).map(({ file, ids }) => ({ file, ids: ids.length })),
    notebooks: settings.filter(isNotebook).map(({ file }) => file),
  };
}

/** Programs and their settings; not infrastructure code, which declares what it sets, nor settings to copy. */
function isCode(file: string, text: string): boolean {
  const language = languageOf(file);
  if (language === undefined || language === 'hcl' || language === 'markup' || !isVisible(file)) return false;
  if (/(?:^|[./_-])(?:example|sample|template|dist)(?:$|[./_-])/.test(file.slice(file.lastIndexOf('/') + 1)))
    return false;
  if (INFRASTRUCTURE_FILE.test(file) || /(?:^|\/)package\.json$/.test(file)) return false;
  if (language !== 'yaml' && language !== 'json') return true;
  return !INFRASTRUCTURE_TEXT.test(text);
}

/** Programs of Pulumi and Serverless in YAML, and values for Terraform and AWS SAM. */
const INFRASTRUCTURE_FILE =
  /(?:^|\/)(?:Pulumi(?:\.[\w-]{1,80})?\.(?:ya?ml|json)|serverless[\w.-]{0,40}\.(?:ya?ml|json)|samconfig\.(?:toml|ya?ml)|[^/]*\.(?:tf|tofu|tfvars)\.json)$/;
/** Templates of CloudFormation and their parameters, plans of Terraform, previews of Pulumi. */
const INFRASTRUCTURE_TEXT =
  /AWSTemplateFormatVersion|["']?Type["']?\s{0,4}:\s{0,4}["']?AWS::|"ParameterKey"|"planned_values"|"urn:pulumi:/;

/** Files of one directory that all set the same one model. */
function together(settings: readonly Setting[]): readonly (readonly [Setting, ...Setting[]])[] {
  const groups = new Map<string, [Setting, ...Setting[]]>();
  for (const setting of settings) {
    const { file, ids } = setting;
    const key = ids.length === 1 ? JSON.stringify([directory(file), ids]) : file;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [setting]);
    else group.push(setting);
  }
  return [...groups.values()];
}

type Group = readonly [Setting, ...Setting[]];

/** Each group with its name; of several that would have the same one, with the folder before it. */
function apart(groups: readonly Group[]): readonly { readonly group: Group; readonly name: string }[] {
  const wanted = groups.map(([{ file }]) => nameOfFile(file));
  const times = new Map<string, number>();
  for (const name of wanted) times.set(name, (times.get(name) ?? 0) + 1);
  return groups.map((group, index) => {
    const name = wanted[index] ?? '';
    return { group, name: (times.get(name) ?? 0) > 1 ? nameOfFile(group[0].file, name) : name };
  });
}

function candidate([first, ...others]: Group, name: string, texts: ReadonlyMap<string, string>): Candidate {
  const { file, references, ids } = first;
  const also = others.length === 0 ? '' : `, and the same in ${others.map((other) => other.file).join(', ')}`;
  const files = [first, ...others].map((one) => one.file);
  const settings = files.flatMap((one) =>
    ids.flatMap(
      (id) => followedSettings({ kind: 'file', file: one, written: one }, id, texts, NOTHING_DEPLOYED) ?? [],
    ),
  );
  return {
    name,
    about: `${file}:${references[0]?.line ?? 1}, ${ids.join(', ')}${also}`,
    known: modelKeys(first, texts),
    open: [
      ...(references.every(({ prefixUnknown }) => prefixUnknown === true)
        ? [
            {
              key: 'model',
              value: `N.${ids[0] ?? ''}`,
              note: 'the profile before it is chosen when the program runs',
            },
          ]
        : []),
      requestsKey(),
      ...openSizes(purposesOf(ids), mostTokensIn(files, texts)),
      ...hints(settings),
    ],
    purposes: purposesOf(ids),
    severalCalls: ids.filter(makes).length > 1,
    addresses: [],
    uses: [],
    variables: [],
    mentions: files,
    ids,
  };
}

function mostTokensIn(files: readonly string[], texts: ReadonlyMap<string, string>): string | undefined {
  for (const file of files) {
    const most = mostTokens(texts.get(file) ?? '');
    if (most !== undefined) return `at most ${most.tokens}, by ${file}:${most.line}`;
  }
  return undefined;
}

/** Caches, whose numbers only usage knows; and tiers where the file does not say one. Any other tier is followed. */
function hints(settings: readonly FollowedSettings[]): Candidate['open'] {
  const cached = settings.find(({ cachePoints }) => cachePoints.length > 0);
  const open = settings.find(({ tiers }) => new Set(tiers.map(({ value }) => value)).size > 1);
  const named = open?.tiers.find(({ value }) => value !== undefined && value !== 'standard');
  return [
    ...(cached === undefined
      ? []
      : [
          {
            key: 'cache',
            value: '{ tokens: N, hit_rate: N% }',
            note: `${cached.where}:${cached.cachePoints[0]?.at.line ?? 1} sets a cache point`,
          },
        ]),
    ...(named?.value === undefined || open === undefined
      ? []
      : [
          {
            key: 'tier',
            value: named.value,
            note: `asked for by ${open.where}:${named.at.line ?? 1}, and not by all of its calls`,
          },
        ]),
  ];
}

/** The binding to the file, by name where it sets several models, and the id itself where no name tells them apart. */
function modelKeys(
  { file, references, ids }: Setting,
  texts: ReadonlyMap<string, string>,
): readonly KnownKey[] {
  const called = ids.filter(makes);
  const reranked = rerankKey(ids);
  const [only, ...others] = called;
  if (references.every(({ prefixUnknown }) => prefixUnknown === true)) return [];
  if (only === undefined) return reranked;
  if (others.length === 0) {
    const own = references.filter(({ id }) => id === only);
    return [{ key: 'model', value: bindingTo(file, only, own, texts) }, ...reranked];
  }
  const taken = new Set<string>();
  const calls = called.flatMap((id) => {
    const own = references.filter((reference) => reference.id === id && reference.prefixUnknown !== true);
    if (own.length === 0) return [];
    const given = (own[0]?.name ?? '')
      .toLowerCase()
      .replace(/_?model(?:_?id)?$/i, '')
      .replaceAll('_', '-');
    const wanted = SAYS_NOTHING.test(given) ? familyOf(id) : nameFrom(given, familyOf(id));
    const name = unusedName(taken.has(wanted) ? familyOf(id) : wanted, taken);
    taken.add(name);
    return [`${name}: { model: ${bindingTo(file, id, own, texts)} }`];
  });
  return [{ key: 'calls', value: calls.join('\n') }, ...reranked];
}

/** Whether calls of a model are billed by what it takes and makes. */
function makes(id: string): boolean {
  return purposeOf(id) !== 'reranking';
}

/** Keys that do not tell one model from another. */
const SAYS_NOTHING = /^(?:id|ids|name|value|key|label|default|text|arn)?$/;

/** What infrastructure code sets has a candidate of its own. */
const NOTHING_DEPLOYED = resourceGraph([]);

function bindingTo(
  file: string,
  id: string,
  references: readonly ModelReference[],
  texts: ReadonlyMap<string, string>,
): string {
  const names = references.flatMap(({ name }) => (name === undefined || !isVisible(name) ? [] : [name]));
  for (const name of [undefined, ...new Set(names)]) {
    const diagnostics: Diagnostic[] = [];
    const binding = { kind: 'file', file, written: file, ...(name === undefined ? {} : { name }) } as const;
    const { choice } = modelInFile(binding, { file }, '', texts, NOTHING_DEPLOYED, diagnostics);
    if (diagnostics.length > 0 || choice.id !== id) continue;
    const pick = name === undefined ? '' : `, name: ${yamlText(name)}`;
    return `{ file: ${yamlText(file)}${pick} }`;
  }
  return JSON.stringify(id);
}

/** `nova-lite` of `us.amazon.nova-lite-v1:0`. */
function familyOf(id: string): string {
  const family = id.slice(id.lastIndexOf('/') + 1).replace(/^(?:[a-z-]+\.)*/, '');
  return nameFrom(family.replace(/(?:-\d{8})?-v\d.*$|:.*$/, ''), 'call');
}

/** Names of files that say nothing of what they are for. */
const COMMON =
  /^(?:index|main|app|handler|lambda_function|lambda_handler|__init__|config|configuration|settings|constants|client|utils|bedrock|server|application|env|resources?|models?|model[-_]config|llm|aws|package|stack|types|defaults?|common|helpers?|service|agents?|tools?)$/i;

/** The name of a workload after the file that it runs, with the folder before it where the file alone says nothing. */
export function nameOfFile(file: string, shared?: string): string {
  const steps = file.split('/');
  const last = steps.pop() ?? '';
  const stem = last.replace(/^\.+/, '').replace(/\..*$/, '');
  const isCommon = COMMON.test(stem) || stem === '';
  const folders = (isCommon ? 1 : 0) + (shared === undefined ? 0 : 1);
  const parts = [...(folders === 0 ? [] : steps.slice(-folders)), stem];
  const named = parts.filter((part) => part !== '' && part !== 'src').join('-');
  return nameFrom(named.replaceAll('_', '-'), 'workload');
}

function directory(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
