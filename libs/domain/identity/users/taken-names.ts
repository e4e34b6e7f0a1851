import { isUniqueViolation } from '#infra/database';
import { identityErrors } from '../identity.errors';

/** The unique indexes decide, so that of two who ask for one name at the same time one gets it. */
export async function refusingTakenNames<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'app_user_username_key')) throw identityErrors.username_taken();
    if (isUniqueViolation(error, 'app_user_email_key')) throw identityErrors.email_taken();
    throw error;
  }
}
