/** What an address tells of the resource that it names. */

/**
 * The type in an address: `aws_s3vectors_index` of `module.kb["eu.west"].aws_s3vectors_index.main[0]`, and
 * `AWS::S3Vectors::Index` of `AWS::S3Vectors::Index.main`, as Pulumi's `aws-native` has it. `undefined` where the address does not show a type: logical ids of CloudFormation, and resources of the `awscc`
 * provider, which are known by their CloudFormation types.
 */
export function typeOfAddress(address: string): string | undefined {
  const steps = splitAddress(address);
  let index = 0;
  while (steps[index] === 'module' && index + 2 < steps.length) index += 2;
  const type = steps[index];
  if (type === undefined || index + 1 >= steps.length) return undefined;
  if (/^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/.test(type)) return type;
  return /^[a-z][a-z0-9]*_[a-z0-9_]+$/.test(type) && !type.startsWith('awscc_') ? type : undefined;
}

/** The parts between the dots that do not stand in brackets. */
function splitAddress(address: string): readonly string[] {
  const steps: string[] = [];
  let start = 0;
  let inBrackets = false;
  let inQuotes = false;
  for (let index = 0; index < address.length; index++) {
    const character = address[index];
    if (inQuotes && character === '\\') index++;
    else if (inBrackets && character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && character === '[') inBrackets = true;
    else if (!inQuotes && character === ']') inBrackets = false;
    else if (!inBrackets && character === '.') {
      steps.push(address.slice(start, index));
      start = index + 1;
    }
  }
  return [...steps, address.slice(start)];
}
