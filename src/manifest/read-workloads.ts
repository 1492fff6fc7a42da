/** Reads `workloads`: each for itself, so that a fault in one leaves the others. */
import { nameProblem } from '../model/fields.ts';
import { LIMITS } from '../model/limits.ts';
import { SCENARIOS } from '../model/range.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Stated } from '../model/stated.ts';
import type { Section } from '../model/workload.ts';
import { check } from './check.ts';
import { defined } from './defined.ts';
import type { CacheUse, LongContextUse, ManifestCall, ManifestWorkload } from './manifest.ts';
import { readModel } from './read-model.ts';
import { readNamed, readValuePlace } from './read-place.ts';
import { promptOf, reportPromptConflicts } from './read-prompt.ts';
import type { ManifestSchemas, WorkloadContent } from './schema.ts';
import { quoted } from './shown.ts';
import { type ManifestSource, mapEntries, nodeAt, report } from './source.ts';
import { subject } from './subject.ts';
import { locate, type Path } from './tree.ts';

type CallContent =
  NonNullable<WorkloadContent['calls']> extends ReadonlyMap<string, infer Call> ? Call : never;

/** The workloads without a fault, in the order of the file. */
export function readWorkloads(source: ManifestSource, schemas: ManifestSchemas): readonly ManifestWorkload[] {
  const entries = mapEntries(source, ['workloads']);
  if (entries.length > LIMITS.workloads) {
    const message = `the manifest has ${entries.length} workloads; only the first ${LIMITS.workloads} were read`;
    report(source, { code: 'limit-exceeded', at: locate(source.root, ['workloads']), message });
  }
  return entries.slice(0, LIMITS.workloads).flatMap(([name]) => readWorkload(source, schemas, name) ?? []);
}

function readWorkload(
  source: ManifestSource,
  schemas: ManifestSchemas,
  name: string,
): ManifestWorkload | undefined {
  const path = ['workloads', name];
  const at = locate(source.root, path);
  const problem = nameProblem(name);
  if (problem !== undefined) {
    const message = `${quoted(name)} cannot name a workload: ${problem.message}`;
    report(source, { code: problem.code, at, message });
  }
  const node = nodeAt(source, path);
  const stated = new Set(node?.kind === 'map' ? node.entries.keys() : []);
  const content = check(source, schemas.workload(stated), path);
  if (content === undefined || problem !== undefined) return undefined;
  // A warning about it leaves the workload as it is.
  const renamedFrom = readFormerName(source, path, content.renamed_from);
  const before = source.diagnostics.length;
  const calls = [...(content.calls ?? [])].map(([call, stated]) => readCall(source, path, call, stated));
  const workload: ManifestWorkload = {
    name,
    at,
    uses: (content.uses ?? []).flatMap(
      (used, index) => readNamed(source, [...path, 'uses', index], used, 'GUARDRAIL_ID') ?? [],
    ),
    calls,
    sections: readSections(source, schemas, path),
    locate: (...more) => locate(source.root, [...path, ...more]),
    ...defined({
      requests: content.requests,
      region: content.region,
      environment: content.environment,
      renamedFrom,
      model: readModel(source, [...path, 'model'], content.model),
      agent:
        content.agent === undefined
          ? undefined
          : readNamed(source, [...path, 'agent'], content.agent, 'AGENT_ID'),
      tier: tierOf(source, path, content.tier),
      knowledgeBase: readKnowledgeBase(source, [...path, 'knowledge_base'], content.knowledge_base),
      inputTokens: content.input_tokens,
      outputTokens: content.output_tokens,
      prompt: promptOf(content.prompt),
      cache: cacheOf(source, path, content.cache),
      longContext: longContextOf(source, path, content),
      retries: content.retries,
      callsPerRequest: content.calls_per_request,
    }),
  };
  reportConflicts(source, path, workload);
  if (source.diagnostics.length > before) return undefined;
  for (const [key, setAside] of schemas.setAside)
    reportSetAside(source, [...path, ...key.split('.')], setAside);
  return workload;
}

/** What is stated in two ways counts in one of them, and the other is not passed over in silence. */
function reportSetAside(
  source: ManifestSource,
  path: Path,
  setAside: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [counted, others] of Object.entries(setAside)) {
    const stated = textAt(source, [...path, counted]);
    for (const key of nodeAt(source, [...path, counted]) === undefined ? [] : others) {
      if (nodeAt(source, [...path, key]) === undefined) continue;
      const message = `${subject([...path, key])} counts nothing beside ${quoted(counted)}, which says it by itself`;
      const at = locate(source.root, [...path, key]);
      const hint = stated === undefined ? {} : { hint: `${counted}: ${stated}  # without ${key}` };
      report(source, { code: 'manifest-conflict', severity: 'warning', at, message, ...hint });
    }
  }
}

/** A former name that another workload still has, or that two claim, says nothing: it is not followed. */
function readFormerName(source: ManifestSource, path: Path, former: string | undefined): string | undefined {
  if (former === undefined) return undefined;
  const workloads = nodeAt(source, ['workloads']);
  const entries = workloads?.kind === 'map' ? workloads.entries : new Map<string, never>();
  const own = path.at(-1);
  const claims = [...entries.keys()].filter(
    (name) => name !== own && textAt(source, ['workloads', name, 'renamed_from']) === former,
  );
  const [claim] = claims;
  if (!entries.has(former) && claim === undefined) return former;
  const why = entries.has(former) ? 'which is still there' : `as ${quoted(claim ?? '')} says too`;
  const message = `${subject(path)} says that it was named ${quoted(former)} before, ${why}; the name is not followed`;
  const at = locate(source.root, [...path, 'renamed_from']);
  report(source, { code: 'manifest-conflict', severity: 'warning', at, message });
  return undefined;
}

function textAt(source: ManifestSource, path: Path): string | undefined {
  const node = nodeAt(source, path);
  return node?.kind === 'scalar' ? node.source : undefined;
}

function readCall(source: ManifestSource, workload: Path, name: string, content: CallContent): ManifestCall {
  const path = [...workload, 'calls', name];
  return {
    name,
    at: locate(source.root, path),
    ...defined({
      model: readModel(source, [...path, 'model'], content.model),
      inputTokens: content.input_tokens,
      outputTokens: content.output_tokens,
      perRequest: content.per_request,
      prompt: promptOf(content.prompt),
      tier: tierOf(source, path, content.tier),
      cache: cacheOf(source, path, content.cache),
      longContext: longContextOf(source, path, content),
    }),
  };
}

function readKnowledgeBase(
  source: ManifestSource,
  path: Path,
  content: WorkloadContent['knowledge_base'],
): ManifestWorkload['knowledgeBase'] {
  const { address, env, file, name } = content ?? {};
  const isPlace = [env, file, name].some((key) => key !== undefined);
  return isPlace ? readNamed(source, path, { address, env, file, name }, 'KNOWLEDGE_BASE_ID') : address;
}

function tierOf(source: ManifestSource, path: Path, tier: WorkloadContent['tier']): ManifestWorkload['tier'] {
  if (tier === undefined || typeof tier === 'string') return tier;
  return readValuePlace(source, [...path, 'tier'], tier, 'BEDROCK_SERVICE_TIER');
}

function cacheOf(
  source: ManifestSource,
  path: Path,
  content: WorkloadContent['cache'],
): CacheUse | undefined {
  if (content === undefined) return undefined;
  const { tokens, hit_rate: hitRate, ttl } = content;
  const at = [...path, 'cache', 'ttl'];
  const timeToLive =
    ttl === undefined || typeof ttl === 'string' ? ttl : readValuePlace(source, at, ttl, 'CACHE_TTL');
  return { tokens, hitRate, ...defined({ timeToLive }) };
}

function longContextOf(
  source: ManifestSource,
  path: Path,
  content: Pick<CallContent, 'long_context_share' | 'long_context_tokens'>,
): LongContextUse | undefined {
  const { long_context_share: share, long_context_tokens: tokens } = content;
  if (share !== undefined) return { share, ...defined({ tokens }) };
  if (tokens === undefined) return undefined;
  const at = locate(source.root, [...path, 'long_context_tokens']);
  const message = `${subject([...path, 'long_context_tokens'])} stands without the share of the calls that are so long`;
  report(source, { code: 'manifest-missing', at, message, hint: 'long_context_share: 5%' });
  return undefined;
}

function readSections(
  source: ManifestSource,
  schemas: ManifestSchemas,
  workload: Path,
): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  const stated = nodeAt(source, workload);
  for (const [key, schema] of schemas.sections) {
    const steps = key.split('.');
    if (stated?.kind !== 'map' || !stated.entries.has(steps[0] ?? '')) continue;
    const path = [...workload, ...steps];
    if (nodeAt(source, path) === undefined) continue;
    const content = check(source, schema(), path);
    sections.set(key, { content, at: (...more) => locate(source.root, [...path, ...more]) });
  }
  return sections;
}

function reportConflicts(source: ManifestSource, path: Path, workload: ManifestWorkload): void {
  const { calls, callsPerRequest } = workload;
  const at = (...more: Path): SourceLocation => locate(source.root, [...path, ...more]);
  const code = 'manifest-conflict';
  if (calls.length > LIMITS.callsPerWorkload) {
    const message = `${subject(path)} has ${calls.length} calls; at most ${LIMITS.callsPerWorkload} are possible`;
    report(source, { code: 'limit-exceeded', at: at('calls'), message });
  }
  if (calls.length > 0 && callsPerRequest !== undefined) {
    const message = `${subject([...path, 'calls_per_request'])} stands beside \`calls\`, which say it call by call`;
    report(source, { code, at: at('calls_per_request'), message, hint: 'per_request: 2' });
  }
  reportPromptConflicts(source, path, workload);
  for (const call of calls.length > 0 ? calls : [undefined]) {
    const cache = call?.cache ?? workload.cache;
    const input = call?.inputTokens ?? workload.inputTokens;
    if (cache === undefined || input === undefined || !exceeds(cache.tokens, input)) continue;
    const own = call === undefined ? [] : ['calls', call.name];
    const from = call?.cache === undefined ? [] : own;
    const target =
      call === undefined ? 'the input tokens' : `the input tokens of the call ${quoted(call.name)}`;
    const message = `${subject([...path, ...from, 'cache', 'tokens'])} is more than ${target}, of which it is a part`;
    report(source, { code, at: at(...from, 'cache', 'tokens'), message });
  }
}

function exceeds(part: Stated, whole: Stated): boolean {
  return SCENARIOS.some((scenario) => part.range[scenario].gt(whole.range[scenario]));
}
