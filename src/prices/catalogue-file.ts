/** How the model catalogue is stored: `data/models.json`, one model a line. */
import type { Model } from '../model/price.ts';

export interface ModelEntry extends Model {
  /** Further full ids of the same model. */
  readonly aliases?: readonly string[];
  /** Prefixes of its profiles: `eu`, `global`, `us`. */
  readonly profiles?: readonly string[];
}

export interface CatalogueFile {
  readonly format: 1;
  readonly asOf: string;
  readonly models: readonly ModelEntry[];
}
