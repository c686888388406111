export { ApprovalModule } from './approval.module.ts';
export { cancelRoute, cancelTask } from './commands/cancel.ts';
export { completeStep, mainFileOf, refuseStep, takeStep } from './commands/complete-step.ts';
export { completeTask, finishTasks } from './commands/complete-task.ts';
export { giveTask, type NewTask } from './commands/give-task.ts';
export { startRoute, type Stretch } from './commands/start-route.ts';
export { documentWork } from './queries/document-work.ts';
export { Step } from './step.entity.ts';
export { Task, type TaskKind } from './task.entity.ts';
