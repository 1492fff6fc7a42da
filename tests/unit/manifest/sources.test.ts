/** What a manifest says of the sources of its figures. */
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { readManifest } from '../../../src/manifest/read.ts';

function read(workload: string, more = '') {
  const text = `version: 1\nworkloads:\n  chat:\n${workload
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n${more}`;
  const { manifest, diagnostics } = readManifest('bedrock-cost.yml', text, FEATURES);
  const of = (...path: string[]) => {
    const at = manifest?.workloads[0]?.locate(...path);
    return at === undefined ? undefined : manifest?.sourceAt(at);
  };
  return { manifest, of, diagnostics: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

const USAGE =
  'model: amazon.nova-lite-v1:0\nrequests: 10 per day\ncalls:\n  a: { input_tokens: 1, output_tokens: 2 }\n  b: { input_tokens: 3, output_tokens: 4 }';

describe('source', () => {
  test('of a whole workload holds for every figure in it', () => {
    const { of, diagnostics } = read(`source: measured, CloudWatch 2026-10\n${USAGE}`);
    expect(diagnostics).toEqual([]);
    const measured = { origin: 'measured', note: 'CloudWatch 2026-10' };
    expect(of('requests')).toEqual(measured);
    expect(of('calls', 'b', 'output_tokens')).toEqual(measured);
    expect(of()).toEqual(measured);
  });

  test('by key holds below the key, and the closer one wins', () => {
    const { of, diagnostics } = read(
      `source:\n  requests: measured\n  calls: "assumed: the pilot"\n  calls.b.output_tokens: measured in the log\n${USAGE}`,
    );
    expect(diagnostics).toEqual([]);
    expect(of('requests')).toEqual({ origin: 'measured' });
    expect(of('calls', 'a', 'input_tokens')).toEqual({ origin: 'assumed', note: 'the pilot' });
    expect(of('calls', 'b', 'output_tokens')).toEqual({ origin: 'measured', note: 'in the log' });
    expect(of('model')).toBeUndefined();
  });

  test('of a resource', () => {
    const { manifest, diagnostics } = read(
      USAGE,
      'resources:\n  aws_cloudwatch_log_group.l: { source: measured, stored: 1 GB }\n  aws_cloudwatch_log_group.m: { stored: 1 GB }\n',
    );
    expect(diagnostics).toEqual([]);
    const sources = ['l', 'm'].map((name) => {
      const at = manifest?.resources.get(`aws_cloudwatch_log_group.${name}`)?.usage?.at('stored');
      return at === undefined ? undefined : manifest?.sourceAt(at)?.origin;
    });
    expect(sources).toEqual(['measured', undefined]);
  });

  test.each([
    ['source: CloudWatch', /manifest-type: .*source.*measured, declared or assumed/],
    ['source: measuredly', /manifest-type: .*measured, declared or assumed/],
    [
      'source: { request: measured }',
      /manifest-unknown-key: .*names `request`, which is not stated; did you mean `requests`/,
    ],
    ['source: { requests: 5 }', /manifest-type/],
    ['source: [measured]', /manifest-type/],
  ])('%s is a fault', (line, message) => {
    const { diagnostics } = read(`${line}\n${USAGE}`);
    expect(diagnostics).toEqual([expect.stringMatching(message)]);
  });
});
