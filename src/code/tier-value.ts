/** Which service tier a value of a program asks for, where the program itself says so. */
import { TIERS, type Tier } from '../model/price.ts';
import { environmentDefault, variableReadIn } from './environment-default.ts';

/**
 * The tiers that stand in a value. `sure` where it is nothing but one tier, or the default of an environment variable;
 * undefined where the value sets none: a type, or nothing.
 */
export interface TierValue {
  readonly tiers: readonly Tier[];
  readonly sure: boolean;
  /** The only variable of a value without any tier in it. */
  readonly variable?: string;
  /** The environment variable that it is read from; the tier is then the default. */
  readonly environment?: string;
}

/** Names of the API, of 2026: service tiers, and the latency of the performance configuration. */
const SERVICE_TIERS: ReadonlyMap<string, Tier> = new Map([
  ['priority', 'priority'],
  ['flex', 'flex'],
  ['reserved', 'reserved'],
  ['default', 'standard'],
  ['standard', 'standard'],
  ['auto', 'standard'],
]);
const LATENCIES: ReadonlyMap<string, Tier> = new Map([
  ['optimized', 'latency-optimized'],
  ['standard', 'standard'],
]);

const QUOTED = /["'`]([\w-]{1,20})["'`]/g;
/** `ServiceTierType.FLEX`, `types.ServiceTierTypeFlex`, `model::ServiceTierType::Flex`. */
const MEMBER =
  /(?:\b[\w$]{1,40}(?:\.|::)){0,4}\b(?:ServiceTierType|PerformanceConfigLatency)(?:\.|::)?_?([A-Za-z]{1,20})\b/g;
const BARE = /^["']?([\w-]{1,20})["']?\s*(?:[#;].*)?$/;
/** Keys and classes that a tier is wrapped in; any other word is something that the program decides. */
const WRAPPING =
  /(?:\br#|\b)(?:type|latency|service_?tier|performance_?config(?:uration)?(?:_?latency)?|builder|build|new|types|some|dict)\b/gi;
/** `settings.service_tier`: a field that holds the tier, under the name of the setting. */
const ATTRIBUTE = /\b[A-Za-z_]\w{0,40}\.(?:service_tier|serviceTier)\b/;
/** What a declaration gives a setting that nobody has set yet. */
const NOTHING =
  /^(?:\s|None|null|nil|undefined|str\b|string\b|bool|Optional|any\b|Any\b|[|.,;?=&[\](){}<>:!"'])*$/;

/** Which of the two settings of the API a value is for. */
export type TierKind = 'tier' | 'latency';

/**
 * The tier that a whole text names, as the setting of the API does; without a `kind`, as any of them or a manifest
 * does. Undefined where it names none.
 */
export function tierNamed(text: string, kind?: TierKind): Tier | undefined {
  const word = text.trim().toLowerCase();
  if (kind !== undefined) return (kind === 'tier' ? SERVICE_TIERS : LATENCIES).get(word);
  return TIERS.find((tier) => tier === word) ?? SERVICE_TIERS.get(word) ?? LATENCIES.get(word);
}

/** `kind` says which of the two settings of the API it is; `bare` where a configuration file needs no quotes. */
export function tierIn(value: string, kind: TierKind, bare: boolean): TierValue | undefined {
  const names = kind === 'tier' ? SERVICE_TIERS : LATENCIES;
  const word = bare ? BARE.exec(value.trim())?.[1] : undefined;
  const tier = names.get(word ?? '');
  if (tier !== undefined) return { tiers: [tier], sure: true };
  // `performanceConfig` is also what other programs call settings of their own.
  if (kind === 'latency' && /^\s*[{(]/.test(value) && !/latency/i.test(value)) return undefined;
  // What a type may be is no choice.
  if (/\bLiteral\[|["'`]\s{0,9}\|\s{0,9}["'`]/.test(value)) return undefined;
  const quoted = [...value.matchAll(QUOTED)].filter(([, text = '']) => names.has(text));
  const tiers = [
    ...new Set([
      ...quoted.flatMap(([, text = '']) => names.get(text) ?? []),
      ...[...value.matchAll(MEMBER)].flatMap(([, text = '']) => names.get(text.toLowerCase()) ?? []),
    ]),
  ];
  // `.build()?` of Rust hands an error on.
  const rest = withoutLambda(value)
    .replaceAll(/\)\?(?=[\s;,)]|$)/g, ')')
    .replaceAll(QUOTED, '')
    .replaceAll(MEMBER, '')
    .replaceAll(WRAPPING, '');
  if (tiers.length > 0) {
    const [first] = quoted;
    const isDefault =
      first !== undefined &&
      environmentDefault(value.slice(0, first.index)) !== undefined &&
      !/\b(?:if|else)\b|\?(?![?.])/.test(value);
    const environment = isDefault && tiers.length === 1 ? variableReadIn(value) : undefined;
    return {
      tiers,
      sure: tiers.length === 1 && (!/[A-Za-z_?]/.test(rest) || isDefault),
      ...(environment === undefined ? {} : { environment }),
    };
  }
  const environment = /\b(?:if|else)\b|\?(?![?.])/.test(value) ? undefined : variableReadIn(value);
  if (environment !== undefined) return { tiers, sure: false, environment };
  // A name of something else, such as an attribute of telemetry.
  if (/^\s*["'`][\w-]+(?:[.:/][\w-]+)+["'`]\s*$/.test(value)) return undefined;
  const attribute = ATTRIBUTE.exec(value)?.[0];
  if (attribute !== undefined) return { tiers, sure: false, variable: attribute };
  if (NOTHING.test(rest)) return undefined;
  const [variable, ...others] = rest.match(/[A-Za-z_][\w.]*/g) ?? [];
  return { tiers, sure: false, ...(variable === undefined || others.length > 0 ? {} : { variable }) };
}

/** `p -> p.latency(…)` and `it.type(…)` without the names that only hand a builder on. */
function withoutLambda(value: string): string {
  const names = [
    'it',
    ...[...value.matchAll(/\b([A-Za-z_]\w{0,20})\s{0,3}[-=]>/g)].map(([, name = '']) => name),
  ];
  return value
    .replaceAll(/\b[A-Za-z_]\w{0,20}\s{0,3}[-=]>/g, '')
    .replaceAll(/\b([A-Za-z_]\w{0,20})\./g, (whole, name: string) => (names.includes(name) ? '' : whole));
}
