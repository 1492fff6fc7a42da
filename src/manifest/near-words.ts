/** What people write for the keys of a manifest: in words, in snake case. Which key is meant is for the place to say. */

/** Keys by the words for them; of several, the first that the place knows and does not state already. */
export const NEAR_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      // Where something is followed to.
      ['address', 'of resource resource_address ref reference target function lambda logical_id arn'],
      ['file', 'filename file_name filepath file_path source_file script module handler'],
      ['env', 'environment environment_variable env_variable env_var envvar variable var'],
      ['name', 'constant const symbol identifier variable var key field title'],
      ['path', 'json_path jsonpath yaml_path pointer keys key field'],
      ['attribute', 'attr property field output argument'],
      // A workload and its calls.
      ['requests', 'traffic volume invocations calls queries request_rate load executions sessions'],
      ['model', 'model_id foundation_model model_name model_arn llm inference_profile'],
      ['input_tokens', 'input prompt_tokens tokens_in in_tokens input_token_count input_tokens_per_request'],
      [
        'output_tokens',
        'output completion_tokens tokens_out out_tokens output_token_count output_tokens_per_request',
      ],
      ['tier', 'service_tier'],
      ['environment', 'env stage'],
      ['cache', 'caching prompt_cache prompt_caching cached'],
      ['retries', 'retry retry_rate'],
      ['calls', 'model_calls steps'],
      ['calls_per_request', 'model_calls_per_request calls_per_session turns loops iterations'],
      ['per_request', 'count times number calls calls_per_request'],
      ['agent', 'bedrock_agent agent_address'],
      ['uses', 'resources using depends_on'],
      ['knowledge_base', 'kb rag knowledge'],
      ['renamed_from', 'formerly old_name previous_name former_name moved_from was'],
      ['embedding', 'embeddings embedding_model embed'],
      ['vector_store', 'store vectors vector_db vector_database index'],
      // A cache.
      ['tokens', 'cached_tokens cached prefix size prompt'],
      ['hit_rate', 'rate hit hits hit_ratio ratio hit_share cache_hit_rate'],
      ['ttl', 'lifetime time_to_live duration expires expiry expiration'],
      // Limits.
      [
        'monthly',
        'month monthly_limit monthly_budget max_monthly per_month total limit cap budget max cost amount',
      ],
      ['increase', 'max_increase delta increase_limit growth'],
      ['increase_percent', 'percent percentage increase_pct max_increase_percent increase_percentage'],
      [
        'per_1k_requests',
        'per_1000_requests per_thousand_requests per_1k per_thousand per_1000 cost_per_1k_requests',
      ],
      ['max', 'limit amount value monthly cap usd'],
      ['layers', 'layer'],
      ['workloads', 'workload services apps'],
      ['environments', 'environment envs env'],
      ['action', 'on_exceed on_breach severity level mode then'],
      ['on', 'scenario usage at case'],
      ['message', 'note text comment reason say'],
      // Usage of resources.
      ['vectors', 'count documents embeddings'],
      ['priced_by', 'extra_charge covered_by billed_by price'],
      ['instances', 'count number replicas copies'],
      ['storage', 'stored size gb disk'],
      ['stored', 'storage size gb objects'],
      ['ingested', 'ingest ingestion logs written data'],
      ['scanned', 'scan queried insights'],
      ['duration_ms', 'duration milliseconds ms runtime'],
      ['ocus', 'ocu capacity units capacity_units'],
      ['queries', 'searches reads requests query'],
      ['data', 'traffic transfer processed gb'],
      // Infrastructure code.
      ['terraform', 'tf terraform_root root module opentofu tofu hcl'],
      ['terraform_plan', 'plan tfplan plan_file'],
      ['cloudformation', 'cfn cf template sam stack_template template_file'],
      ['cdk', 'cdk_out cloud_assembly assembly cdk_app'],
      ['serverless', 'sls serverless_framework service'],
      ['pulumi', 'pulumi_program program'],
      ['var_files', 'var_file tfvars tfvars_files variable_files variables_file'],
      ['variables', 'vars variable values parameters inputs'],
      ['parameters', 'params parameter values variables'],
      ['parameter_files', 'parameter_file parameters_file params_file parameters_files'],
      ['workspace', 'env environment'],
      ['config_env', 'environment env samconfig_env'],
      ['stack', 'stack_name stage env environment'],
      // The manifest itself, and what is paid beside.
      ['extra_charges', 'extra extras additional_charges other_costs charges fixed_costs'],
      ['budgets', 'budget limits policy'],
      ['iac', 'infrastructure infra'],
      ['one_time', 'once onetime setup'],
      ['usd', 'price cost dollars rate unit_price'],
      ['subject', 'what service feature model'],
    ] as const
  )
    .flatMap(([key, words]) => words.split(' ').map((word) => [word, key] as const))
    .reduce(
      (byWord, [word, key]) => byWord.set(word, [...(byWord.get(word) ?? []), key]),
      new Map<string, string[]>(),
    ),
);

/** Keys whose value is a list: one item alone is written in brackets. */
export const LIST_KEYS: ReadonlySet<string> = new Set(['uses', 'var_files', 'parameter_files']);
