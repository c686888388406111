import { fact } from '#kernel';

export const taskGiven = fact<{ taskId: string; personId: string; kind: string; dueOn: string | null }>('task.given', {
  lv: 'Dots uzdevums',
  en: 'Task given',
  isMinor: true,
});
export const taskDone = fact<{ taskId: string; kind: string }>('task.done', {
  lv: 'Uzdevums izpildīts',
  en: 'Task done',
  isMinor: true,
});
export const taskMoved = fact<{ taskId: string; dueOn: string }>('task.moved', {
  lv: 'Pagarināts uzdevuma termiņš',
  en: 'Task term extended',
});
export const routeStarted = fact<{ round: number }>('route.started', {
  lv: 'Nodots saskaņošanai',
  en: 'Route started',
});
export const stepOpened = fact<{ stepId: string; act: string; personId: string }>('step.opened', {
  lv: 'Gaida',
  en: 'Waiting for',
  isMinor: true,
});
export const stepCompleted = fact<{ stepId: string; act: string; sha256: string | null }>('step.completed', {
  lv: 'Solis pabeigts',
  en: 'Step completed',
  byAct: {
    review: { lv: 'Izskatīts', en: 'Reviewed' },
    approve: { lv: 'Saskaņots', en: 'Approved' },
    // The signature itself is told by `document.signed`.
    sign: { lv: 'Parakstīšanas solis pabeigts', en: 'Signing step completed', isMinor: true },
    acquaint: { lv: 'Iepazinies', en: 'Acquainted' },
  },
});
export const stepRefused = fact<{ stepId: string; act: string }>('step.refused', {
  lv: 'Atgriezts ar iebildumiem',
  en: 'Returned with objections',
});
export const visaStale = fact<{ stepId: string; sha256: string }>('visa.stale', {
  lv: 'Vīza vairs nav spēkā: datne mainīta',
  en: 'Visa no longer holds: the file changed',
});
export const routeCompleted = fact<{ round: number }>('route.completed', {
  lv: 'Saskaņošana un parakstīšana pabeigta',
  en: 'Route completed',
  isMinor: true,
});
export const routeCancelled = fact<{ round: number }>('route.cancelled', {
  lv: 'Saskaņošana pārtraukta',
  en: 'Route stopped',
});
export const taskCancelled = fact<{ taskId: string; kind: string }>('task.cancelled', {
  lv: 'Uzdevums atsaukts',
  en: 'Task taken back',
});
