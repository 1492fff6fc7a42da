/** Workloads of programs that read the id of their model from the Parameter Store, where infrastructure code sets it. */
import { agreed } from '../bind/agreement.ts';
import { type ModelRead, parameterReads } from '../bind/deployed-models.ts';
import type { ResourceGraph } from '../bind/graph.ts';
import { decidingReferences } from '../code/model-references.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { isUnknown } from '../model/value.ts';
import { type Candidate, type KnownKey, nameFrom, purposesOf, unusedName } from './candidate.ts';
import { nameOfFile } from './from-code.ts';
import { mostTokens } from './most-tokens.ts';
import { openSizes, requestsKey } from './open-keys.ts';
import { isVisible, yamlText } from './yaml-text.ts';

/** One candidate for each program without a model id of its own. `texts` are files by path from the manifest. */
export function candidatesFromParameters(
  texts: ReadonlyMap<string, string>,
  graph: ResourceGraph,
): readonly Candidate[] {
  if (graph.parameters.all.length === 0) return [];
  return [...texts].flatMap(([file, text]) => {
    if (!isVisible(file)) return [];
    const reads = parameterReads(file, text, graph);
    const [first] = reads;
    if (first === undefined || decidingReferences(file, text).length > 0) return [];
    const ids = [...new Set(reads.map((read) => idOf(read)))];
    const names = [...new Set(reads.map(({ read }) => read.name))];
    const most = mostTokens(text);
    const sizes = openSizes(
      purposesOf(ids),
      most === undefined ? undefined : `at most ${most.tokens}, by ${file}:${most.line}`,
    );
    const models = ids.map((id) => id ?? 'not known').join(', ');
    return [
      {
        name: nameOfFile(file),
        about: `${file}:${first.read.line}, ${models}, which ${names.join(', ')} holds`,
        known: modelKeys(file, reads),
        open: [requestsKey(), ...sizes],
        purposes: purposesOf(ids),
        severalCalls: names.length > 1,
        addresses: [],
        uses: [],
        variables: [],
        mentions: [file, ...reads.flatMap(({ given }) => given.map(({ where }) => where))],
        ids: [],
      },
    ];
  });
}

/** The one model of a parameter; undefined where it is not known. */
function idOf({ given }: ModelRead): string | undefined {
  const id = agreed(given)?.choice.id;
  return id === undefined || isUnknown(id) ? undefined : id;
}

/** The file where it reads one parameter; else a call for each, by the parameter that it takes its model from. */
function modelKeys(file: string, reads: readonly ModelRead[]): readonly KnownKey[] {
  const parameters = new Map(reads.map((read) => [read.read.name, read]));
  if (parameters.size === 1) return [{ key: 'model', value: `{ file: ${yamlText(file)} }` }];
  const taken = new Set<string>();
  const calls = [...parameters].flatMap(([name, { given }]) => {
    const [parameter] = given;
    if (parameter === undefined) return [];
    const call = unusedName(nameFrom(name.slice(name.lastIndexOf('/') + 1), 'call'), taken);
    taken.add(call);
    return [`${call}: { model: { address: ${addressInYaml(parameter.where)} } }`];
  });
  return [{ key: 'calls', value: calls.join('\n') }];
}
