/**
 * `samconfig.toml`, and the same in YAML: what `sam deploy` is given where nobody says otherwise ("AWS SAM CLI
 * configuration file"). It names the stack, its region and its parameters.
 */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { text, type Value } from '../../../model/value.ts';
import { type DataNode, entriesOf, itemsOf, nodeAt, textOf } from '../../document/node.ts';
import type { IacRoot } from '../../format.ts';
import { directoryOf, nameOf, resolvePath } from '../../paths.ts';
import { entryLine, pathOf } from '../entry-line.ts';
import { openText } from '../literal.ts';
import { parametersIn } from '../parameters-in.ts';
import type { TemplateTree } from '../tree.ts';
import { overridesIn } from './overrides.ts';

/** Where several stand in one directory, the first is read. */
const NAMES = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];

/** Whether a file holds such settings, by its path. */
export function isSettings(path: string): boolean {
  return NAMES.includes(nameOf(path)) && !/(?:^|\/)(?:node_modules|\.aws-sam)\//.test(path);
}

/** What a template is deployed with. */
export interface Settings {
  readonly parameters: ReadonlyMap<string, Value>;
  readonly region?: string;
  readonly stackName?: string;
}

const NOTHING: Settings = { parameters: new Map() };

/** The settings of the environment that the manifest names, else of `default`. Of `deploy` they win over those of `global`. */
export function settingsOf(
  root: IacRoot,
  tree: TemplateTree,
  diagnostics: Diagnostic[],
  ask: (path: string) => void,
): Settings {
  const file = settingsFile(root.directory, tree, diagnostics);
  const named = root.configEnvironment;
  if (file === undefined) {
    if (named !== undefined) {
      const message = `No samconfig.toml is for ${root.directory}, so it has no environment ${named}.`;
      const at = root.at ?? { file: root.directory };
      diagnostics.push({ code: 'iac-missing', severity: 'error', message, at });
    }
    return NOTHING;
  }
  const { path, content } = file;
  const environment = nodeAt(content, named ?? 'default');
  const others = [...entriesOf(content)].filter(([, { node }]) => node.kind === 'map').map(([name]) => name);
  if (environment === undefined && others.length > 0) diagnostics.push(unnamed(path, named, others, root));
  const setting = (key: string) =>
    nodeAt(environment, 'deploy', 'parameters', key) ?? nodeAt(environment, 'global', 'parameters', key);
  const region = textOf(setting('region'));
  const stackName = textOf(setting('stack_name'));
  return {
    parameters: overridden(setting('parameter_overrides'), path, tree, diagnostics, ask),
    ...(region === undefined ? {} : { region }),
    ...(stackName === undefined ? {} : { stackName }),
  };
}

function unnamed(
  path: string,
  named: string | undefined,
  others: readonly string[],
  root: IacRoot,
): Diagnostic {
  const list = others.slice(0, 6).join(', ');
  const line = entryLine(`{ cloudformation: ${pathOf(root, root)}, config_env: ${others[0] ?? ''} }`, root);
  const at = named === undefined || root.at === undefined ? { file: path } : root.at;
  return named === undefined
    ? {
        code: 'iac-unresolved',
        severity: 'notice',
        message: `${path} has no environment default, so nothing of it was read; it has ${list}.`,
        at,
        hint: line,
      }
    : {
        code: 'iac-missing',
        severity: 'error',
        message: `${path} has no environment ${named}; it has ${list}.`,
        at,
        hint: line,
      };
}

interface SettingsFile {
  readonly path: string;
  readonly content: DataNode;
}

/**
 * The nearest file of settings that is for a template: one that names it, or one beside it that names no other template
 * of the repository, where the template has the name that SAM looks for.
 */
function settingsFile(
  template: string,
  tree: TemplateTree,
  diagnostics: Diagnostic[],
): SettingsFile | undefined {
  const own = directoryOf(template);
  for (let directory = own; ; directory = directoryOf(directory)) {
    const paths = NAMES.map((name) => (directory === '.' ? name : `${directory}/${name}`));
    const path = paths.find((each) => tree.texts.has(each));
    const content = path === undefined ? undefined : tree.document(path)?.root;
    const named = content === undefined ? [] : namedTemplates(content, directory, tree);
    const isUsual = directory === own && /^template\.(?:ya?ml|json)$/.test(nameOf(template));
    if (path !== undefined && content === undefined && isUsual)
      diagnostics.push(...(tree.document(path)?.diagnostics ?? []));
    if (path !== undefined && content !== undefined) {
      if (named.includes(template) || (isUsual && named.length === 0)) return { path, content };
    }
    if (directory === '.') return undefined;
  }
}

/** The templates of the repository that any command of any environment takes; what `sam build` makes is none. */
function namedTemplates(content: DataNode, directory: string, tree: TemplateTree): readonly string[] {
  const commands = [...entriesOf(content).values()].flatMap(({ node }) => [...entriesOf(node).values()]);
  return commands.flatMap(({ node }) =>
    ['template_file', 'template'].flatMap((key) => {
      const written = textOf(nodeAt(node, 'parameters', key));
      const path = written === undefined ? undefined : resolvePath(directory, written);
      return path !== undefined && tree.texts.has(path) ? [path] : [];
    }),
  );
}

/** A text of pairs, a list of them, or a map. `file://…` names a file that holds them. */
function overridden(
  node: DataNode | undefined,
  settings: string,
  tree: TemplateTree,
  diagnostics: Diagnostic[],
  ask: (path: string) => void,
): ReadonlyMap<string, Value> {
  if (node?.kind === 'map') return new Map(parametersIn(node));
  const found = new Map<string, Value>();
  for (const item of itemsOf(node)) {
    const written = textOf(item) ?? '';
    for (const override of overridesIn(written)) {
      if ('name' in override) {
        found.set(override.name, openText(override.value, item.at) ?? text(override.value));
        continue;
      }
      const path = resolvePath(directoryOf(settings), override.file);
      if (path !== undefined) ask(path);
      const content = path === undefined ? undefined : tree.document(path)?.root;
      if (content === undefined) {
        const message = `The file of parameters ${override.file} was not read.`;
        diagnostics.push({ code: 'iac-missing', severity: 'warning', message, at: item.at });
      } else for (const [name, value] of parametersIn(content)) found.set(name, value);
    }
  }
  return found;
}
