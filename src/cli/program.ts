import { Command } from 'commander';
import { runDiff } from './diff.ts';
import { runEstimate } from './estimate.ts';
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
  bedrock-cost-diff validate                      whether the manifest can be read

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

  return program;
}
