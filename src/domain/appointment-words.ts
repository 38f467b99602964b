/** Whether one has to make an appointment. */
export const APPOINTMENT_NEEDS = { none: '不用预约', better: '最好先约', must: '要先预约' } as const;

/** An appointment as the content has it. */
interface Words {
  readonly need: keyof typeof APPOINTMENT_NEEDS;
  readonly how?: string | undefined;
  readonly ahead?: string | undefined;
}

/** `要先预约：打所里的电话，提前3天` */
export const appointmentInWords = ({ need, how, ahead }: Words): string =>
  [APPOINTMENT_NEEDS[need], [how, ahead].filter(Boolean).join('，')].filter(Boolean).join('：');
