import { Command } from 'commander';
import { PRESETS } from '../init/presets.ts';
import { runDiff } from './diff.ts';
import { runEstimate } from './estimate.ts';
import { type InitOptions, runInit } from './init.ts';
import {
  budgetOptions,
  type DiffOptions,
  detailsOption,
  formatOption,
  manifestOption,
  type OutputOptions,
  outputOption,
  pricesOption,
} from './options.ts';
import {
  type ListOptions,
  runPricesCheck,
  runPricesList,
  runPricesShow,
  runPricesUpdate,
  type UpdateCommandOptions,
} from './prices.ts';
import { runSchema } from './schema.ts';
import { runValidate } from './validate.ts';

const EXAMPLES = `
Examples:
  bedrock-cost-diff diff                          what your branch changes, uncommitted work included
  bedrock-cost-diff diff main HEAD                what one commit costs more than another
  bedrock-cost-diff diff before/ after/           the same for two directories
  bedrock-cost-diff diff main --budget 20000      and end with exit code 1 over $20,000 a month
  bedrock-cost-diff diff --format markdown        the comment, as it would be posted
  bedrock-cost-diff estimate --details            what this tree costs, line by line
  bedrock-cost-diff init                          a manifest for what your code declares
  bedrock-cost-diff validate                      whether the manifest fits the tree, and what is open

Exit codes: 0 within budget, 1 over budget or not decidable, 2 wrong usage or unreadable input, 70 a bug.
`;

/** The command line's grammar. `done` receives the exit code of the command that ran. */
export function createProgram(done: (code: number) => void): Command {
  const program = new Command('bedrock-cost-diff')
    .description('Tells what a change does to the monthly Amazon Bedrock bill, before it is merged.')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showSuggestionAfterError();

  const diff = program
    .command('diff')
    .description('compare two revisions or two directories')
    .argument('[base]', 'revision or directory (default: where this branch left the default branch)')
    .argument('[head]', 'revision or directory (default: the working tree)')
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(detailsOption())
    .addOption(manifestOption())
    .addOption(pricesOption());
  for (const option of budgetOptions()) diff.addOption(option);
  diff.action(async (base: string | undefined, head: string | undefined, options: DiffOptions) =>
    done(await runDiff(base, head, options)),
  );

  program
    .command('estimate')
    .description('price one tree')
    .argument('[path]', 'revision or directory', '.')
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(detailsOption())
    .addOption(manifestOption())
    .addOption(pricesOption())
    .action(async (path: string, options: OutputOptions) => done(await runEstimate(path, options)));

  program
    .command('init')
    .description('write a manifest for what the code declares, or add what is new to the one that is there')
    .argument('[path]', 'directory', '.')
    .option('--preset <name>', `sizes for a first look: ${PRESETS.map(({ name }) => name).join(', ')}`)
    .option('--stdout', 'print the manifest instead of writing it')
    .action(async (path: string, options: InitOptions) => done(await runInit(path, options)));

  program
    .command('validate')
    .description('check the manifests of a tree against its schema and its infrastructure code')
    .argument('[path]', 'revision or directory', '.')
    .addOption(manifestOption())
    .action(async (path: string, options: Pick<OutputOptions, 'manifest'>) =>
      done(await runValidate(path, options)),
    );

  program
    .command('schema')
    .description('print the JSON Schema of the manifest, or of the report')
    .argument('[what]', 'manifest or report', 'manifest')
    .addOption(outputOption())
    .action(async (what: string, options: Pick<OutputOptions, 'output'>) =>
      done(await runSchema(what, options)),
    );

  addPrices(program.command('prices').description('look into the shipped prices, or make them anew'), done);
  return program;
}

function addPrices(prices: Command, done: (code: number) => void): void {
  prices
    .command('show')
    .description('the prices of a model, by any id of it, or of a feature')
    .argument('<name>', 'global.anthropic.claude-sonnet-4-5, amazon.nova-lite-v1:0, guardrails')
    .option('--region <region>', 'only this region')
    .action(async (name: string, options: { region?: string }) => done(await runPricesShow(name, options)));

  prices
    .command('list')
    .description('every price that passes the filters')
    .option('--subject <name>', 'a model key or a feature')
    .option('--provider <name>', 'as model ids begin, such as anthropic')
    .option('--dimension <name>', 'such as input, output, cache-read')
    .option('--region <region>', 'such as us-east-1')
    .option('--scope <scope>', 'in-region, geographic or global')
    .option('--tier <tier>', 'standard, batch, flex, priority, latency-optimized or reserved')
    .action(async (options: ListOptions) => done(await runPricesList(options)));

  prices
    .command('update')
    .description('make the book anew from the public AWS Price List')
    .option('--directory <directory>', 'where book.json stands', 'src/prices/data')
    .option('--region <regions...>', 'only these regions; the others stay as they are')
    .option('--base-url <url>', 'another address of the price list, such as a mirror')
    .option('--cache <directory>', 'keep what was read, by version')
    .action(async (options: UpdateCommandOptions) => done(await runPricesUpdate(options)));

  prices
    .command('check')
    .description('test the book against ratios that nearly always hold, and against another table')
    .option('--against <file>', 'the provider "aws" of genai-prices, as JSON')
    .action(async (options: { against?: string }) => done(await runPricesCheck(options)));
}
