/** Which directories are cloud assemblies. */
import { directoryOf, nameOf } from '../paths.ts';

/** Snapshots of tests are assemblies of stacks that nobody deploys; assets hold what the stacks deploy. */
const NOT_DEPLOYED = /(?:^|\/)(?:node_modules|\.venv|site-packages|asset\.[^/]*|[^/]+\.snapshot)\//;

/** Whether a file of this path may be the manifest of an assembly. */
export function mayBeManifest(path: string): boolean {
  return nameOf(path) === 'manifest.json' && !NOT_DEPLOYED.test(path);
}

/** Whether the text of a manifest is that of a cloud assembly with stacks in it, or with further assemblies. */
export function looksLikeAssembly(text: string): boolean {
  return text.includes('"aws:cloudformation:stack"') || text.includes('"cdk:cloud-assembly"');
}

/** The directories of all assemblies that stand in no other one, sorted. */
export function assemblyDirectories(texts: ReadonlyMap<string, string>): readonly string[] {
  const found = [...texts].filter(([path, text]) => mayBeManifest(path) && looksLikeAssembly(text));
  const directories = new Set(found.map(([path]) => directoryOf(path)));
  return [...directories]
    .filter((directory) => !directories.has(directoryOf(directory)) || directory === '.')
    .sort();
}

/** Templates that stand beside the manifest of an assembly: those of its stacks. */
export function assemblyTemplates(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = [...texts].filter(
    ([path, text]) => nameOf(path) === 'manifest.json' && looksLikeAssembly(text),
  );
  const directories = new Set(found.map(([path]) => directoryOf(path)));
  return new Set(
    [...texts.keys()].filter((path) => path.endsWith('.template.json') && directories.has(directoryOf(path))),
  );
}
