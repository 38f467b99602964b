import type { Owner, Owners } from '../../../schemas/owners.ts';

/** The register with accounts more, or with other charges; nobody is taken out. */
export function ownersWith({ accounts }: Owners, fresh: readonly Owner[]): Owners {
  const called = (one: Owner) => one.account.toLowerCase();
  const byName = new Map(fresh.map((one) => [called(one), one]));
  const known = new Set(accounts.map(called));
  return {
    accounts: [
      ...accounts.map((one) => byName.get(called(one)) ?? one),
      ...fresh.filter((one) => !known.has(called(one))),
    ],
  };
}
