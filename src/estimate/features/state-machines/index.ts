/**
 * State machines of AWS Step Functions that call models by themselves. What it costs are those calls, which a workload
 * states; what AWS Step Functions bills for transitions is no part of Amazon Bedrock.
 */
import type { Feature, Mapped } from '../../../model/feature.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, unknown, type Value } from '../../../model/value.ts';
import { charges } from './charges.ts';
import { attributeOf, type ModelTask, modelTasks } from './definition.ts';

interface StateMachine {
  readonly tasks: readonly ModelTask[];
}

export const stateMachines: Feature<StateMachine> = {
  id: 'state-machines',
  title: 'State machines',
  layer: 'inference',
  mappings: {
    terraform: { aws_sfn_state_machine: mapStateMachine },
    cloudformation: {
      'AWS::StepFunctions::StateMachine': mapStateMachine,
      'AWS::Serverless::StateMachine': mapStateMachine,
    },
  },
  charges,
};

/** Billed here only where it calls a model. */
function mapStateMachine(resource: Resource): Mapped<StateMachine> | undefined {
  const tasks = modelTasks(resource);
  if (isUnknown(tasks) || tasks.length === 0) return undefined;
  const steps = tasks.map((task) => {
    const attribute = attributeOf(task);
    return { name: task.state, model: task.model, ...(attribute === undefined ? {} : { attribute }) };
  });
  return { role: 'state-machine', facts: { tasks }, model: onlyModel(tasks), steps };
}

/** The model of all tasks. With several models a workload has to say which call is which. */
function onlyModel(tasks: readonly ModelTask[]): Value | undefined {
  const ids = new Set(tasks.map(({ model }) => modelIdOf(model)));
  if (ids.size === 1) return tasks[0]?.model;
  return unknown(`it calls ${ids.size} models, in the states ${tasks.map(({ state }) => state).join(', ')}`);
}
