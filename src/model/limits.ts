/**
 * Every cap on what a pull request can make this program read, hold or repeat. Each has a test at its edge.
 * Over a cap comes the diagnostic `limit-exceeded`, never silence.
 */
export const LIMITS = {
  /** Entries of one tree that are looked at. */
  treeEntries: 500_000,
  /** Bytes of one path. */
  pathBytes: 400,
  /** Bytes of one usage manifest. */
  manifestBytes: 256 * 1024,
  /** Manifests in one tree. */
  manifests: 200,
  /** Bytes of one infrastructure file. */
  iacFileBytes: 1024 * 1024,
  /** Bytes of one plan file. */
  planBytes: 32 * 1024 * 1024,
  /** Infrastructure files of one tree. */
  iacFiles: 20_000,
  /** Bytes of files of one tree that are read to see whether they are infrastructure code. */
  candidateBytes: 64 * 1024 * 1024,
  /** Bytes of all files read from one tree. */
  totalBytes: 128 * 1024 * 1024,
  /** Bytes of files of one repository that are kept, so as not to be read again for another step or the other tree. */
  keptBytes: 64 * 1024 * 1024,
  /** Files that one run asks of GitHub's API, where there is no checkout: a request each, of a thousand an hour. */
  filesThroughApi: 300,
  /** Bytes of one source or configuration file that is searched for model ids. */
  codeFileBytes: 1024 * 1024,
  /** Bytes of one notebook that is searched for model ids: what its cells printed counts too. */
  notebookBytes: 4 * 1024 * 1024,
  /** Bytes of all files of one tree that are searched for model ids. */
  codeBytes: 64 * 1024 * 1024,
  /** Files that did not change and are held against a manifest that did, where each is a request of its own. */
  unchangedRequests: 200,
  /** Model ids of one file that are looked at. */
  modelIdsPerFile: 3_000,
  /** Model changes in code that are listed. */
  modelChangesListed: 50,
  /** Nesting of collections in YAML and JSON. */
  dataDepth: 64,
  /** Characters of one YAML file that are read, again and again, for lines in brackets or quotes that are not indented. */
  yamlReadAgain: 4 * 1024 * 1024,
  /** Nesting of blocks, brackets and templates in HCL. */
  hclDepth: 200,
  /** Workloads of one manifest. */
  workloads: 10_000,
  /** Named model calls of one workload. */
  callsPerWorkload: 100,
  /** Instances that `count` or `for_each` of one block may make. */
  instancesPerBlock: 1_000,
  /** Resources of one tree. */
  resources: 50_000,
  /** Steps of evaluating one root module. */
  evaluationSteps: 5_000_000,
  /** Expressions that are being evaluated inside of one another, over references too. */
  evaluationDepth: 200,
  /** Characters of one text that infrastructure code computes. */
  valueCharacters: 1_000_000,
  /** Items of one collection that infrastructure code computes. */
  valueItems: 100_000,
  /** Modules that one root has installed. */
  installedModules: 1_000,
  /** Nesting of local modules. */
  moduleDepth: 20,
  /** Characters of one workload name. */
  nameCharacters: 63,
  /** Code points of any text of the pull request that is shown. */
  shownCharacters: 200,
  /** Diagnostics of one kind that are listed in full. */
  diagnosticsListed: 100,
  /** Bytes of a comment body; GitHub refuses more than 65,536 characters. */
  commentBytes: 60_000,
  /** Bytes of a job summary; GitHub refuses more than 1 MiB a step. */
  summaryBytes: 900_000,
  /** Workloads of one project, the most costly first, for which cheaper ways are looked for. */
  advisedWorkloads: 20,
  /** Projects of one tree, the most costly first, for which cheaper ways are looked for. */
  advisedProjects: 10,
  /** Cheaper ways of one project that are priced. */
  alternatives: 400,
  /** Charges that are priced again for them: each that touches a resource prices its whole project. */
  advisedCharges: 200_000,
  /** Pieces of advice that a comment shows. */
  adviceShown: 10,
  /** Exceeded limits whose figures an approval records. */
  approvedLimits: 100,
  /** The largest quantity a manifest may state. */
  quantity: 1e15,
} as const;
