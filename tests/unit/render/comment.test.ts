import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/model/limits.ts';
import { renderComment, renderSummary } from '../../../src/render/comment.ts';
import * as examples from './examples.ts';
import { read } from './reader.ts';
import { budget, factor, item, price, reason, report } from './reports.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The comment as a person reads it: names in place, entities decoded, tags gone. */
function seen(markdown: string): string {
  const { codes } = read(markdown);
  let index = 0;
  return read(markdown).outside.replace(/\u2423/g, () => `\`${codes[index++] ?? ''}\``);
}

const lines = (markdown: string): readonly string[] => seen(markdown).split('\n');

describe('a breach', () => {
  const comment = renderComment(examples.overBudget(), { runUrl: 'https://github.com/o/r/actions/runs/1' });
  const text = lines(comment);

  test('says first what it costs and that it may not be merged', () => {
    expect(text[0]).toBe(
      '### ❌ Bedrock cost: at least +$17,810.40/month (+355%), over budget by $2,831.40 and 1 other limit',
    );
    expect(text[2]).toBe('**$5,021.00 → at least $22,831.40** a month · budget $20,000.00');
  });

  test('keeps what has no price in sight', () => {
    expect(text[4]).toBe(
      '⚠️ **2 items are not priced**, so the real figure is higher: `aws_opensearchserverless_collection.kb` storage, `triage` input tokens',
    );
  });

  test('has the layers in their order, figures to the right, and the total last', () => {
    expect(text.slice(6, 12)).toEqual([
      '| Cost layer | Base | Head | Change |',
      '| :-- | --: | --: | --: |',
      '| Model inference | $4,815.00 | ≥ $22,140.00 | ≥ +$17,325.00 (+360%) |',
      '| Bedrock features | – | ≥ $485.40 | ≥ +$485.40 |',
      '| Operational tail | $206.00 | $206.00 | – |',
      '| **Total** | **$5,021.00** | **≥ $22,831.40** | **≥ +$17,810.40 (+355%)** |',
    ]);
  });

  test('gives the reasons in words', () => {
    expect(seen(comment)).toContain(
      '**Why**\n\n- `support-agent` model calls per request 1 → 6 (**+$17,325.00**)\n- `aws_opensearchserverless_collection.kb` added, billed even when idle (**+$350.40**)',
    );
  });

  test('opens the budget and folds the rest', () => {
    expect(comment.match(/<details open>\n<summary>[^<]*/g)).toEqual(['<details open>\n<summary>Budget']);
    expect(comment.match(/<details>/g)).toHaveLength(5);
    expect(seen(comment)).toContain(
      'Total a monthset in `bedrock-cost.yml:31` | $20,000.00 | $22,831.40 | **over by $2,831.40** |',
    );
    expect(seen(comment)).toContain(
      '| Operational tail a monthset in `bedrock-cost.yml:33` | $300.00 | $206.00 | within |',
    );
  });

  test('shows the arithmetic, the origin and the price of every line', () => {
    expect(seen(comment)).toContain(
      '| `support-agent` **input tokens** · Claude Sonnet 4.5, geographic' +
        '150,000 requests × **1 → 6** calls per request × 3,000 input tokens = 450M → 2,700M tokens × $3.30 per 1M = $1,485.00 → $8,910.00' +
        'requests, calls per request, input tokens declared in the manifest (`bedrock-cost.yml:8,9,10`); price of 2026-10-08 in us-east-1, AWS price list, AmazonBedrockFoundationModels' +
        'geographic profile: 10% above global | $1,485.00 | $8,910.00 | +$7,425.00 |',
    );
  });

  test('names the exact line to add', () => {
    expect(seen(comment)).toContain(
      'write `resources: { aws_opensearchserverless_collection.kb: { storage: 10 GB } }`',
    );
    expect(seen(comment)).toContain('how much it stores is not stated');
  });

  test('ends with what was compared, at which prices', () => {
    expect(text.filter((line) => line !== '').at(-1)).toBe(
      'base `a1b2c3d` → head `e4f5a6b` · us-east-1 prices as of 2026-10-08 · 30-day month, 730 hours · figures: 99% declared, 1% assumed · [full report in the job summary](https://github.com/o/r/actions/runs/1)',
    );
  });
});

test('a pass folds everything', () => {
  const comment = renderComment(examples.decrease());
  expect(comment).not.toContain('<details open>');
  expect(lines(comment)[0]).toBe('### ✅ Bedrock cost: −$14,490.00/month (−65%), within budget');
  expect(seen(comment)).toContain(
    '**Why:** `support-agent` model `Claude Sonnet 4.5, geographic` → `Claude Haiku 4.5, global` (**−$14,490.00**)',
  );
  expect(seen(comment)).toContain('**Claude Sonnet 4.5, geographic → Claude Haiku 4.5, global**');
  expect(seen(comment)).toContain('× **$3.30 → $1.00** per 1M');
});

test('without a change there is one column and no list', () => {
  const comment = seen(renderComment(examples.noChange()));
  expect(comment).toContain('| Cost layer | Per month |\n| :-- | --: |\n| Model inference | $1,350.00 |');
  expect(comment).not.toContain('Line items');
  expect(comment).not.toContain('Why');
});

test('what is not decidable says why, what to add, and what is wrong', () => {
  const comment = renderComment(examples.notDecidable());
  expect(comment.match(/<details open>\n<summary>[^<]*/g)).toEqual([
    '<details open>\n<summary>Budget',
    '<details open>\n<summary>Not priced, and what to add',
    '<details open>\n<summary>Problems found: 1 error',
  ]);
  expect(seen(comment)).toContain('| Bedrock features | – | not priced | not known |');
  expect(seen(comment)).toContain(
    'unknown key `reqests`; the nearest known key is `requests` (`bedrock-cost.yml:27`)',
  );
});

test('usage that varies shows its bounds, and whether they cross the budget', () => {
  expect(lines(renderComment(examples.ranges()))[2]).toBe(
    '**$15,416.00 → $22,346.00** a month · $18,881 to $36,206 as usage varies · budget $25,000.00, crossed at high usage',
  );
});

test('several projects have a table of their own, and causes are told apart', () => {
  const comment = seen(renderComment(examples.monorepo()));
  expect(comment).toContain(
    '| `apps/kb` | $350.40 | – | −$350.40 (−100%) |\n| `services/triage` | $56.00 | $126.00 | +$70.00 (+125%) |',
  );
  expect(comment).toContain('1 project does not change.');
  expect(comment).toContain('`triage` requests 2M → 3M (**+$35.00**)');
  expect(comment).toContain(
    'of the change: requests 2M → 3M +$35.00, classify input tokens 800 → 1,200 +$35.00',
  );
});

test('one-time costs stand apart from the monthly figure', () => {
  const training = item({
    owner: 'tuned',
    component: 'training',
    period: 'one-time',
    price: price('480', 1, 'runs'),
    factors: [],
  });
  const comment = seen(
    renderComment(
      report({
        base: [],
        head: [training, item({ owner: 'a', component: 'x', price: price('1', 1, 'requests') })],
      }),
    ),
  );
  expect(comment).toContain('| Cost layer | Per month | One-time |');
  expect(comment).toContain('| **Total** | **$1,000.00** | **+$480.00** |');
});

test('a price that is lost is no saving', () => {
  const known = item({ owner: 'a', component: 'x', price: price('1', 1, 'requests') });
  const lost = item({ owner: 'a', component: 'x', price: 'the model is not known' });
  const comment = seen(renderComment(report({ base: [known], head: [lost, { ...known, id: 'other' }] })));
  expect(comment).toContain(
    '**1 item is not priced**, so the real figure is higher: `a` x. It had a price at base: a lower total is no saving',
  );
});

test('without a change in what can be compared, nothing is called a saving', () => {
  const known = item({ owner: 'a', component: 'x', price: price('1', 1, 'requests') });
  const lost = item({ owner: 'a', component: 'x', price: 'the model is not known' });
  const comment = seen(renderComment(report({ base: [known], head: [lost, { ...known, id: 'other' }] })));
  expect(comment).toContain('| Model inference | $1,000.00 | ≥ $1,000.00 | +$1,000.00 known |');
  const bare = seen(renderComment(report({ base: [known], head: [lost] })));
  expect(bare).toContain('| Model inference | $1,000.00 | not priced | not known |');
  expect(bare).not.toContain('−$1,000.00');
});

test('a factor of one is told only where it was or becomes another number', () => {
  const calls = (number: number) =>
    item({
      owner: 'a',
      component: 'x',
      factors: [factor('requests', 1000), factor('calls per request', number), factor('input tokens', 5)],
      unit: 'tokens',
      price: price('1', 1000, 'tokens'),
    });
  expect(seen(renderComment(report({ head: [calls(1)] })))).toContain(
    '1,000 requests × 5 input tokens = 5,000 tokens × $1.00 per 1,000 = $5.00',
  );
  expect(seen(renderComment(report({ base: [calls(1)], head: [calls(2)] })))).toContain(
    '1,000 requests × **1 → 2** calls per request × 5 input tokens = 5,000 → 10,000 tokens × $1.00 per 1,000 = $5.00 → $10.00',
  );
});

test('what is missing in the arithmetic stands as dots', () => {
  const missing = { name: 'tokens', missing: 'how many tokens is not stated', hint: 'a:\n  tokens: 5' };
  const open = (
    parts: readonly (ReturnType<typeof factor> | typeof missing)[],
    owner: string,
    stated: ReturnType<typeof price> | string,
  ) => item({ owner, component: 'x', factors: parts, price: stated });
  const comment = renderComment(
    report({
      head: [
        open([factor('requests', 1000), missing], 'a', price('0.1', 1e6, 'tokens')),
        open([missing], 'b', price('0.1', 1e6, 'tokens')),
        open([factor('requests', 1000)], 'c', 'no price is known'),
        open([], 'd', 'no price is known'),
      ],
    }),
  );
  expect(seen(comment)).toContain('1,000 requests × … × $0.10 per 1M tokens = not priced');
  expect(seen(comment)).toContain('**x** (new)… × $0.10 per 1M tokens = not priced');
  expect(seen(comment)).toContain('1,000 requests × … = not priced');
  expect(seen(comment)).toContain('`d` **x** (new) | – | not priced |');
  expect(comment).toContain('write<pre><code>a&#58;&#10;  tokens&#58; 5</code></pre>');
});

test('other factors than before are told side by side', () => {
  const plain = item({
    owner: 'a',
    component: 'x',
    factors: [factor('hours', 730)],
    unit: 'hours',
    price: price('1', 1, 'hours'),
  });
  const split = item({
    owner: 'a',
    component: 'x',
    factors: [factor('units', 2), factor('hours', 730)],
    unit: 'unit-hours',
    price: price('1', 1, 'hours'),
  });
  const comment = seen(renderComment(report({ base: [plain], head: [split] })));
  expect(comment).toContain(
    'base: 730 hours × $1.00 = $730.00head: 2 units × 730 hours = 1,460 unit-hours × $1.00 = $1,460.00',
  );
});

test('an extra charge is what the manifest states, without a price of ours', () => {
  const extra = item({
    owner: { kind: 'extra', name: 'Pinecone' },
    component: 'stated amount',
    kind: 'floor',
    factors: [factor('amount', 70, 'declared', 14)],
    unit: 'US dollars',
    price: { ...price('1', 1, 'US dollars', 'bedrock-cost.yml'), region: '', asOf: '' },
  });
  expect(seen(renderComment(report({ head: [extra] })))).toContain(
    '| `Pinecone`, extra charge **stated amount** (new)amount declared in the manifest (`bedrock-cost.yml:14`) | – | $70.00 | +$70.00 |',
  );
});

test('a price says what makes it less than certain', () => {
  const weak = {
    ...price('1', 1, 'requests', 'a page'),
    assumedFrom: 'us-west-2',
    adjusted: '8% discount',
    confidence: 'C' as const,
  };
  expect(
    seen(renderComment(report({ head: [item({ owner: 'a', component: 'x', price: weak })] }))),
  ).toContain(
    'price of 2026-10-08 in us-east-1, taken from us-west-2, where it is known, with 8% discount, from one source that is not AWS, a page',
  );
});

test('a limit that has nothing to compare with does not apply', () => {
  const head = [item({ owner: 'a', component: 'x', price: price('1', 1, 'requests') })];
  const limit = budget(1, { measure: 'increase', from: 'input' });
  const given = report({ head, budgets: [limit], verdict: { status: 'pass', fails: false, breaches: [] } });
  expect(seen(renderComment(given))).toContain(
    '| Total, increase a monthset by an input of the run | $1.00 | – | does not apply |',
  );
});

test('only five reasons are told, the rest is added up', () => {
  const reasons = [90, 80, 70, 60, 50, 4, 3].map((amount) =>
    reason(amount, { name: `w${amount}` }, { plain: ' added' }),
  );
  const base = [item({ owner: 'a', component: 'x', price: price('1', 1, 'requests') })];
  const comment = seen(renderComment(report({ base, head: base, reasons })));
  expect(comment).toContain('- `w50` added (**+$50.00**)\n- 2 smaller changes (**+$7.00**)');
  expect(comment).not.toContain('w4');
});

test('the summary folds nothing and leaves nothing out', () => {
  const summary = renderSummary(examples.overBudget());
  expect(summary).not.toContain('<details');
  expect(seen(summary)).toContain('#### Line items and arithmetic');
  expect(seen(summary)).toContain('`rag-chatbot` **input tokens**');
});

describe('5,000 charges that change', () => {
  const charge = (index: number, requests: number) =>
    item({
      owner: `workload-${index}`,
      component: 'input tokens',
      item: 'Claude Haiku 4.5, global',
      factors: [
        factor('requests', requests + index, 'declared', index + 1),
        factor('input tokens', 2000, 'declared', 3),
      ],
      unit: 'tokens',
      price: price('1.00', 1e6, 'tokens'),
    });
  const numbers = Array.from({ length: 5000 }, (_, index) => index);
  const large = report({
    base: numbers.map((index) => charge(index, 0)),
    head: numbers.map((index) => charge(index, 5000 + index)),
  });

  test('fit into a comment, the largest first, and the rest is counted', () => {
    const comment = renderComment(large, { runUrl: 'https://github.com/o/r/actions/runs/1' });
    expect(bytes(comment)).toBeLessThanOrEqual(LIMITS.commentBytes);
    expect(bytes(comment)).toBeGreaterThan(LIMITS.commentBytes * 0.9);
    expect(seen(comment)).toMatch(
      /\d,\d{3} rows do not fit here, those with the smallest changes; \[the job summary\]/,
    );
    expect(seen(comment)).toContain('`workload-4999` **input tokens**');
    expect(seen(comment)).not.toContain('`workload-0` **input tokens**');
  });

  test('fit into a summary', () => {
    const summary = renderSummary(large);
    expect(bytes(summary)).toBeLessThanOrEqual(LIMITS.summaryBytes);
    expect(seen(summary)).toContain('the JSON report has them all.');
  });

  test.each([200, 2_000, 5_000, 20_000])('fit into %d bytes, with the headline always there', (maxBytes) => {
    const comment = renderComment(large, { maxBytes });
    expect(bytes(comment)).toBeLessThanOrEqual(maxBytes);
    expect(comment.startsWith('### Bedrock cost: +')).toBe(true);
    expect(comment.match(/<details/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
    for (const rows of read(comment).tables) expect(new Set(rows).size).toBe(1);
  });
});
