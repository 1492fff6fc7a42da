/** Terraform and OpenTofu: configuration in HCL's native syntax. */
import type { IacFormat } from '../format.ts';
import type { ParseCache } from '../parse-cache.ts';
import { isInstalled } from './module/installed.ts';
import { TerraformTree } from './module/tree.ts';
import { readRoot } from './read-root.ts';
import { rootDirectories } from './roots.ts';

/** The format, as the registry lists it. */
export const TERRAFORM: IacFormat = {
  id: 'terraform',
  wants(path) {
    // What `terraform init` downloads is read only where its own list and the code say that it is used.
    if (isInstalled(path)) return path.endsWith('.terraform/modules/modules.json');
    // Files such as `prod.tfvars.example` may be named in a manifest.
    return /\.(?:tf|tofu)(?:\.json)?$|\.tfvars(?:\.[A-Za-z]+)?$/.test(path);
  },
  findRoots(texts, cache) {
    return rootDirectories(treeOf(texts, cache)).map((directory) => ({ directory }));
  },
  read(root, texts, cache, paths) {
    return readRoot(root, treeOf(texts, cache), paths);
  },
};

/** Roots of the same texts share their tree: what a directory declares does not depend on who asks. */
function treeOf(texts: ReadonlyMap<string, string>, cache: ParseCache): TerraformTree {
  return cache.tree(texts, 'terraform', () => new TerraformTree(texts, cache));
}
