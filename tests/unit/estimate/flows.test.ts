import { describe, expect, test } from 'vitest';
import { type Graph, graphOf } from '../../../src/estimate/features/flows/definition.ts';
import { transitionsOf } from '../../../src/estimate/features/flows/transitions.ts';
import { isUnknown } from '../../../src/model/value.ts';
import { estimated, lines, numbers, problems } from './estimating.ts';
import { type Declaration, estimatedTemplate, resourceOf } from './templates.ts';

/** `in>a` is a connection, `if?yes` one that a condition decides on; the first letter of a name tells its type. */
function graph(nodes: string, connections: string): Graph {
  const types: Readonly<Record<string, string>> = {
    i: 'Input',
    o: 'Output',
    c: 'Condition',
    e: 'Iterator',
    l: 'Loop',
  };
  return {
    nodes: nodes.split(' ').map((name) => ({ name, type: types[name.charAt(0)] ?? 'Prompt' })),
    connections: connections
      .split(' ')
      .filter((connection) => connection !== '')
      .map((connection) => {
        const [source = '', target = ''] = connection.split(/[>?]/);
        return { source, target, isConditional: connection.includes('?') };
      }),
  };
}

describe('node transitions of one execution', () => {
  test.each([
    ['a line', 'in p out', 'in>p p>out', '3'],
    ['two branches that both run', 'in a b out', 'in>a in>b a>out b>out', '4'],
    [
      'a condition with a short and a long branch',
      'in c a b out1 out2',
      'in>c c?a c?out2 a>b b>out1',
      '3 4.5 6',
    ],
    ['a node that waits for a branch', 'in c a join out', 'in>c c?a a>join in>join join>out', '3 4 5'],
    ['conditions one after another', 'in c a c2 b out', 'in>c c?a c?c2 c2?b c2?out', '3 4.5 6'],
    ['nodes that nothing leads to', 'in out x', 'in>out', '2 2.5 3'],
  ])('%s', (_, nodes, connections, expected) => {
    const found = transitionsOf(graph(nodes, connections));
    expect(isUnknown(found) ? found.why : numbers(found)).toBe(expected);
  });

  test.each([
    ['in each out', 'how often the nodes behind each run is not known'],
    ['in loop out', 'how often the nodes behind loop run is not known'],
  ])('%s is not counted', (nodes, why) => {
    const found = transitionsOf(graph(nodes, ''));
    expect(isUnknown(found) ? found.why : '').toBe(why);
  });

  test('a graph of many nodes is counted once', () => {
    const count = 20_000;
    const names = Array.from({ length: count }, (_, index) => (index === 0 ? 'i0' : `p${index}`));
    const connections = names
      .slice(1)
      .map((name, index) => ({ source: names[index] ?? '', target: name, isConditional: false }));
    const nodes = names.map((name) => ({ name, type: name === 'i0' ? 'Input' : 'Prompt' }));
    const found = transitionsOf({ nodes, connections });
    expect(isUnknown(found) ? '' : numbers(found)).toBe(String(count));
  });
});

const FLOW = `
resource "aws_bedrockagent_flow" "news" {
  name = "news"
  definition {
    node {
      name = "in"
      type = "Input"
    }
    node {
      name = "summarize"
      type = "Prompt"
      configuration {
        prompt {
          source_configuration {
            inline {
              model_id = "amazon.nova-micro-v1:0"
            }
          }
        }
      }
    }
    node {
      name = "out"
      type = "Output"
    }
    connection {
      source = "in"
      target = "summarize"
      type   = "Data"
    }
    connection {
      source = "summarize"
      target = "out"
      type   = "Data"
    }
  }
}
`;
const FILES = { files: { 'main.tf': FLOW } };

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  w:', '    requests: 1M per month', ...keys.map((key) => `    ${key}`), ''].join('\n');

const USES = 'uses: [aws_bedrockagent_flow.news]';

describe('flows', () => {
  test('of the pricing page: 25 transitions, 960 times a month', async () => {
    const made = await estimated(
      workload('flow: { executions: 960 per month, transitions_per_execution: 25 }'),
    );
    expect(lines(made)).toEqual(['node transitions: 0.84']);
  });

  test('a workload that uses a flow runs it once a request, and calls its model', async () => {
    const made = await estimated(workload(USES, 'input_tokens: 1000', 'output_tokens: 100'), FILES);
    expect(lines(made)).toEqual(['input tokens: 35', 'output tokens: 14', 'node transitions: 105']);
    const assumed = made.charges.flatMap(({ factors }) =>
      factors.filter(({ origin }) => origin === 'assumed'),
    );
    expect(assumed.map(({ name }) => name)).toEqual(['executions per request']);
  });

  test('an extra charge that covers a flow covers its transitions, not the calls of the workload', async () => {
    const covered =
      'resources: { aws_bedrockagent_flow.news: { priced_by: Team } }\nextra_charges: [{ name: Team, monthly: 9, layer: features }]\n';
    const made = await estimated(workload(USES, 'input_tokens: 1000', 'output_tokens: 100') + covered, FILES);
    expect(lines(made)).toEqual(['input tokens: 35', 'output tokens: 14', 'stated amount: 9']);
  });

  test('model calls that nobody states are no calls for nothing', async () => {
    expect(lines(await estimated(workload(USES), FILES))).toEqual([
      'model calls: not priced: the model calls of the flow are not stated | calls: { summarize: { model: amazon.nova-lite-v1:0, input_tokens: 1000, output_tokens: 300 } }',
      'node transitions: 105',
    ]);
  });

  test('one that no workload uses', async () => {
    expect(lines(await estimated('', FILES))).toEqual([
      'node transitions: not priced: no workload uses this flow, so its executions are not stated | resources: { aws_bedrockagent_flow.news: { executions: 960 per month } }',
    ]);
    const usage = 'resources: { aws_bedrockagent_flow.news: { executions: 1M per month } }\n';
    expect(lines(await estimated(usage, FILES))).toEqual(['node transitions: 105']);
  });

  test('its own usage beside that of a workload is not counted again', async () => {
    const usage = 'resources: { aws_bedrockagent_flow.news: { executions: 5M per month } }\n';
    const made = await estimated(workload(USES, 'flow: { executions_per_request: 2 }') + usage, FILES);
    expect(lines(made).at(-1)).toBe('node transitions: 210');
    expect(problems(made).map((line) => line.split(':')[0])).toEqual(['charge-counted-once']);
  });

  test('an extra charge covers it', async () => {
    const covering =
      'resources: { aws_bedrockagent_flow.news: { priced_by: Flows } }\nextra_charges: [{ name: Flows, monthly: 5, layer: features }]\n';
    expect(lines(await estimated(covering, FILES))).toEqual(['stated amount: 5']);
    const beside = await estimated(workload('flow: { executions_per_request: 2 }', USES) + covering, FILES);
    expect(lines(beside).filter((line) => line.startsWith('node'))).toEqual([]);
  });
});

describe('templates', () => {
  const definition = JSON.stringify({
    nodes: [
      { name: 'in', type: 'Input' },
      { name: 'out', type: 'Output' },
    ],
    connections: [{ source: 'in', target: 'out', type: 'Data' }],
  });

  const counted = (properties: NonNullable<Declaration['properties']>) => {
    const found = transitionsOf(graphOf(resourceOf('Flow', { type: 'AWS::Bedrock::Flow', properties })));
    return isUnknown(found) ? found.why : numbers(found);
  };

  test.each([
    ['a text of JSON', { DefinitionString: definition }, '2'],
    ['properties', { Definition: { Nodes: [{ Name: 'in', Type: 'Input' }] } }, '1'],
    ['a text that is no JSON', { DefinitionString: '{' }, 'its definition is not JSON'],
    ['JSON of another kind', { DefinitionString: '[1, null]' }, 'its definition has no nodes'],
    [
      'a file in Amazon S3',
      { DefinitionS3Location: { Bucket: 'b' } },
      'its definition does not stand in the code',
    ],
  ])('a definition as %s', (_, properties, expected) => {
    expect(counted(properties)).toBe(expected);
  });

  test('a flow of a template is a flow', async () => {
    const made = await estimatedTemplate({ Flow: { type: 'AWS::Bedrock::Flow' } });
    expect(lines(made)).toEqual([
      'node transitions: not priced: no workload uses this flow, so its executions are not stated | resources: { Flow: { executions: 960 per month } }',
    ]);
  });
});
