import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import { treeOf } from '../bind/trees.ts';

const LITE = 'us.amazon.nova-lite-v1:0';
const PRO = 'us.amazon.nova-pro-v1:0';
const PRO_EMBED = 'amazon.titan-embed-text-v2:0';
const workload = (name: string, model: string) =>
  `  ${name}: { model: "${model}", requests: 100 per day, input_tokens: 100, output_tokens: 10 }\n`;
const manifest = (...workloads: readonly string[]) =>
  `version: 1\nregion: us-east-1\nworkloads:\n${workloads.join('')}`;
type Files = Readonly<Record<string, string>>;

async function found(base: Files, head: Files, remaining?: number) {
  const limited = (files: Files) =>
    remaining === undefined ? treeOf(files) : { ...treeOf(files), remaining: () => remaining };
  const { diagnostics } = await compare(limited(base), limited(head));
  return diagnostics
    .filter(({ code }) => code === 'manifest-disagrees')
    .map(({ at }) => `${at?.file}:${at?.line}`);
}

describe('a model that only the manifest changes', () => {
  const code = `MODEL = "${LITE}"\n`;
  const base = { 'bedrock-cost.yml': manifest(workload('chat', LITE)), 'app/chat.py': code };
  const both = ['bedrock-cost.yml:4', 'app/chat.py:1'];
  const switched = manifest(workload('chat', PRO));

  test.each([
    ['is told at both places', {}, both],
    ['is no news where the code changes with it', { 'app/chat.py': `MODEL = "${PRO}"\n` }, []],
    ['is right where other code names the new one', { 'app/new.py': `MODEL = "${PRO}"\n` }, []],
    [
      'is told where another workload explains that code names the new one',
      {
        'bedrock-cost.yml': manifest(workload('chat', PRO), workload('other', PRO)),
        'app/other.py': `MODEL = "${PRO}"\n`,
      },
      both,
    ],
    [
      'is told where the code names the former one in another profile',
      { 'app/chat.py': 'M = "amazon.nova-lite-v1:0"\n' },
      both,
    ],
    [
      'is told where the profile is put before it when it runs',
      { 'app/chat.py': 'M = f"{geo}.amazon.nova-lite-v1:0"\n' },
      both,
    ],
    [
      'is right where the code names the new one in another profile',
      { 'app/new.py': 'M = "amazon.nova-pro-v1:0"\n' },
      [],
    ],
    ['is right where no code names the former', { 'app/chat.py': 'MODEL = load()\n' }, []],
    ['is not held against a comment', { 'app/chat.py': `# ${LITE}\n` }, []],
    [
      'may be one of two workloads',
      { 'bedrock-cost.yml': manifest(workload('chat', PRO), workload('other', LITE)) },
      [],
    ],
    [
      'is followed through a new name of the workload',
      { 'bedrock-cost.yml': manifest(workload('talk', PRO).replace('{ ', '{ renamed_from: chat, ')) },
      both,
    ],
    ['stays the same in another spelling', { 'bedrock-cost.yml': manifest(workload('chat', LITE)) }, []],
    [
      'is not held against the code of another project',
      { 'app/bedrock-cost.yml': manifest(workload('own', LITE)) },
      [],
    ],
  ])('%s', async (_, changes: Files, expected) => {
    expect(await found(base, { ...base, 'bedrock-cost.yml': switched, ...changes })).toEqual(expected);
  });

  test('is to follow the code, by the path from the manifest', async () => {
    const head = { 'team/bedrock-cost.yml': switched, 'team/app/chat.py': `${code}EMBED = "${PRO_EMBED}"\n` };
    const { diagnostics } = await compare(
      treeOf({ ...head, 'team/bedrock-cost.yml': base['bedrock-cost.yml'] }),
      treeOf(head),
    );
    const hints = diagnostics.flatMap(({ code: name, hint }) => (name === 'manifest-disagrees' ? hint : []));
    expect(hints).toEqual(['model: { file: app/chat.py, name: MODEL }', PRO]);
  });

  test('is held against few files where each is a request; where there are more, that is told', async () => {
    const head = { ...base, 'bedrock-cost.yml': switched };
    expect(await found(base, head, 1_000)).toEqual(both);
    const more = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`lib/${index}.py`, 'x = 1\n']));
    const told = async (count: number, remaining?: number) => {
      const limited = (files: Files) => {
        const tree = treeOf(files);
        const known = tree.files.map((file) => ({ ...file, content: files[file.path] ?? '' }));
        return remaining === undefined ? tree : { ...tree, files: known, remaining: () => remaining };
      };
      const { diagnostics } = await compare(
        limited({ ...base, ...more(count) }),
        limited({ ...head, ...more(count) }),
      );
      return diagnostics
        .filter(({ code: name }) => name === 'manifest-disagrees' || name === 'limit-exceeded')
        .map(({ code: name, severity, at }) => `${name} ${severity} ${at?.file}:${at?.line}`);
    };
    const warned = both.map((place) => `manifest-disagrees warning ${place}`);
    expect(await told(LIMITS.unchangedRequests - 1, 100_000)).toEqual(warned);
    const notice = ['limit-exceeded notice bedrock-cost.yml:4'];
    expect(await told(LIMITS.unchangedRequests, 100_000)).toEqual(notice);
    expect(await told(20, 30)).toEqual(notice);
    expect(await told(LIMITS.unchangedRequests)).toEqual(warned);
  });

  test('of one project is told once, and the other projects are searched', async () => {
    const files = (model: string) => ({
      'x/bedrock-cost.yml': manifest(workload('one', model), workload('two', model)),
      'y/bedrock-cost.yml': manifest(workload('chat', model)),
      'y/chat.py': code,
      ...Object.fromEntries(
        Array.from({ length: LIMITS.unchangedRequests + 1 }, (_, index) => [`x/${index}.py`, 'x = 1\n']),
      ),
    });
    const limited = (model: string) => ({ ...treeOf(files(model)), remaining: () => 100_000 });
    const { diagnostics } = await compare(limited(LITE), limited(PRO));
    const codes = diagnostics
      .filter(({ code: name }) => name === 'manifest-disagrees' || name === 'limit-exceeded')
      .map(({ code: name, at }) => `${name} ${at?.file}`);
    expect(codes.sort()).toEqual([
      'limit-exceeded x/bedrock-cost.yml',
      'manifest-disagrees y/bedrock-cost.yml',
      'manifest-disagrees y/chat.py',
    ]);
  });
});
