export const id = 152;
export const ids = [152];
export const modules = {

/***/ 7152:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"prices":[{"subject":"anthropic.claude-3-5-sonnet-v1","tier":"standard","regions":["us-east-1","us-east-2","us-west-2","eu-central-1","eu-west-1","eu-central-2","eu-west-3"],"scopes":["in-region","geographic"],"tokens":{"input":"6","output":"30"},"source":["AWS pricing page of 2026-07-24, public extended access since 2025-12-01 (the Price List still has the former price)","2026-07-24","A"]},{"subject":"anthropic.claude-3-5-sonnet-v1","tier":"batch","regions":["us-east-1","us-east-2","us-west-2","eu-central-1","eu-west-1","eu-central-2","eu-west-3"],"scopes":["in-region","geographic"],"tokens":{"input":"3","output":"15"},"source":["AWS pricing page of 2026-07-24, public extended access since 2025-12-01 (the Price List still has the former price)","2026-07-24","A"]},{"subject":"anthropic.claude-3-5-sonnet-v2","tier":"standard","regions":["us-east-1","us-east-2","us-west-2"],"scopes":["in-region","geographic"],"tokens":{"input":"6","output":"30","cache-read":"0.6","cache-write-5m":"7.5"},"source":["AWS pricing page of 2026-07-24, public extended access since 2025-12-01 (the Price List still has the former price)","2026-07-24","A"]},{"subject":"anthropic.claude-3-5-sonnet-v2","tier":"batch","regions":["us-east-1","us-east-2","us-west-2"],"scopes":["in-region","geographic"],"tokens":{"input":"3","output":"15"},"source":["AWS pricing page of 2026-07-24, public extended access since 2025-12-01 (the Price List still has the former price)","2026-07-24","A"]}]}');

/***/ })

};
