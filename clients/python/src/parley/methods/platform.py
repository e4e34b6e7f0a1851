"""Methods of the platform dialect, one for each operation of its document."""
# Made by generate.py from docs/openapi; do not change it by hand.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, Union

from ..operations import DialectClient, Operation
from ..options import RequestOptions
from ..paging import Listing
from ..transport.response import Response

if TYPE_CHECKING:
    from ..types import platform as types


class PlatformOperations(DialectClient):
    def register_user(
        self,
        *,
        body: types.RegisterUser,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredAccountAnswer:
        """Register a user: `POST /api/v1/auth/register`."""
        answer: types.RegisteredAccountAnswer = self._call(_REGISTER_USER, {"body": body}, options)
        return answer

    def log_in(
        self,
        *,
        body: types.LogInUser,
        options: Optional[RequestOptions] = None,
    ) -> types.NewLoginAnswer:
        """Log in: `POST /api/v1/auth/login`."""
        answer: types.NewLoginAnswer = self._call(_LOG_IN, {"body": body}, options)
        return answer

    def refresh_login(
        self,
        *,
        body: types.RefreshLogin,
        options: Optional[RequestOptions] = None,
    ) -> types.RefreshedLoginAnswer:
        """Refresh a login: `POST /api/v1/auth/refresh-token`."""
        answer: types.RefreshedLoginAnswer = self._call(_REFRESH_LOGIN, {"body": body}, options)
        return answer

    def log_out(
        self,
        *,
        body: Optional[types.LogOutUser] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Log out: `POST /api/v1/auth/logout`."""
        answer: types.DoneAnswer = self._call(_LOG_OUT, {"body": body}, options)
        return answer

    def show_current_user(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.AccountAnswer:
        """Show the current user: `GET /api/v1/auth/me`."""
        answer: types.AccountAnswer = self._call(_SHOW_CURRENT_USER, {}, options)
        return answer

    def update_current_user(
        self,
        *,
        body: Optional[types.UpdateAccount] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.AccountAnswer:
        """Update the current user: `PUT /api/v1/auth/me`."""
        answer: types.AccountAnswer = self._call(_UPDATE_CURRENT_USER, {"body": body}, options)
        return answer

    def request_password_reset(
        self,
        *,
        body: types.RequestPasswordReset,
        options: Optional[RequestOptions] = None,
    ) -> types.RequestedPasswordResetAnswer:
        """Request a password reset: `POST /api/v1/auth/password-reset-request`."""
        answer: types.RequestedPasswordResetAnswer = self._call(_REQUEST_PASSWORD_RESET, {"body": body}, options)
        return answer

    def reset_password(
        self,
        *,
        body: types.ResetPassword,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Reset a password: `POST /api/v1/auth/password-reset`."""
        answer: types.DoneAnswer = self._call(_RESET_PASSWORD, {"body": body}, options)
        return answer

    def create_api_key(
        self,
        *,
        body: Optional[types.CreateSecretKey] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.NewSecretKeyAnswer:
        """Create an API key: `POST /api/v1/auth/api-key`."""
        answer: types.NewSecretKeyAnswer = self._call(_CREATE_API_KEY, {"body": body}, options)
        return answer

    def list_api_keys(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.SecretKeyPageAnswer, types.SecretKey]:
        """List API keys: `GET /api/v1/auth/api-keys`."""
        answer: Listing[types.SecretKeyPageAnswer, types.SecretKey] = self._list(_LIST_API_KEYS, {"page": page, "limit": limit}, options)
        return answer

    def update_api_key(
        self,
        *,
        id: str,
        body: Optional[types.UpdateKey] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.SecretKeyAnswer:
        """Update an API key: `PUT /api/v1/auth/api-keys/{id}`."""
        answer: types.SecretKeyAnswer = self._call(_UPDATE_API_KEY, {"id": id, "body": body}, options)
        return answer

    def revoke_api_key(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Revoke an API key: `DELETE /api/v1/auth/api-keys/{id}`."""
        answer: types.DoneAnswer = self._call(_REVOKE_API_KEY, {"id": id}, options)
        return answer

    def rotate_api_key(
        self,
        *,
        id: str,
        body: Optional[types.RotateKey] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RotatedSecretKeyAnswer:
        """Rotate an API key: `POST /api/v1/auth/api-key/{id}/rotate`."""
        answer: types.RotatedSecretKeyAnswer = self._call(_ROTATE_API_KEY, {"id": id, "body": body}, options)
        return answer

    def show_team(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamViewAnswer:
        """Show the team: `GET /api/v1/team`."""
        answer: types.TeamViewAnswer = self._call(_SHOW_TEAM, {}, options)
        return answer

    def update_team(
        self,
        *,
        body: Optional[types.UpdateTeam] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamViewAnswer:
        """Update the team: `PUT /api/v1/team`."""
        answer: types.TeamViewAnswer = self._call(_UPDATE_TEAM, {"body": body}, options)
        return answer

    def delete_team(
        self,
        *,
        body: types.EraseTeam,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamContentsAnswer:
        """Delete the team: `DELETE /api/v1/team`."""
        answer: types.TeamContentsAnswer = self._call(_DELETE_TEAM, {"body": body}, options)
        return answer

    def list_people_of_team(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.AccountPageAnswer, types.Account]:
        """List the people of the team: `GET /api/v1/team/members`."""
        answer: Listing[types.AccountPageAnswer, types.Account] = self._list(_LIST_PEOPLE_OF_TEAM, {"page": page, "limit": limit}, options)
        return answer

    def change_role_of_person(
        self,
        *,
        id: str,
        body: types.UpdateMember,
        options: Optional[RequestOptions] = None,
    ) -> types.AccountAnswer:
        """Change the role of a person: `PUT /api/v1/team/members/{id}`."""
        answer: types.AccountAnswer = self._call(_CHANGE_ROLE_OF_PERSON, {"id": id, "body": body}, options)
        return answer

    def remove_person_from_team(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Remove a person from the team: `DELETE /api/v1/team/members/{id}`."""
        answer: types.DoneAnswer = self._call(_REMOVE_PERSON_FROM_TEAM, {"id": id}, options)
        return answer

    def invite_person(
        self,
        *,
        body: types.CreateTeamInvitation,
        options: Optional[RequestOptions] = None,
    ) -> types.MadeTeamInvitationAnswer:
        """Invite a person: `POST /api/v1/team/invitations`."""
        answer: types.MadeTeamInvitationAnswer = self._call(_INVITE_PERSON, {"body": body}, options)
        return answer

    def list_invitations(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.TeamInvitationPageAnswer, types.TeamInvitation]:
        """List invitations: `GET /api/v1/team/invitations`."""
        answer: Listing[types.TeamInvitationPageAnswer, types.TeamInvitation] = self._list(_LIST_INVITATIONS, {"page": page, "limit": limit}, options)
        return answer

    def send_invitation_again(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.MadeTeamInvitationAnswer:
        """Send an invitation again: `POST /api/v1/team/invitations/{id}/resend`."""
        answer: types.MadeTeamInvitationAnswer = self._call(_SEND_INVITATION_AGAIN, {"id": id}, options)
        return answer

    def withdraw_invitation(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Withdraw an invitation: `DELETE /api/v1/team/invitations/{id}`."""
        answer: types.DoneAnswer = self._call(_WITHDRAW_INVITATION, {"id": id}, options)
        return answer

    def accept_invitation(
        self,
        *,
        body: types.AcceptTeamInvitation,
        options: Optional[RequestOptions] = None,
    ) -> types.JoinedAccountAnswer:
        """Accept an invitation: `POST /api/v1/auth/invitations/accept`."""
        answer: types.JoinedAccountAnswer = self._call(_ACCEPT_INVITATION, {"body": body}, options)
        return answer

    def list_users(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        search: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ManagedAccountPageAnswer, types.ManagedAccount]:
        """List users: `GET /api/v1/admin/users`."""
        answer: Listing[types.ManagedAccountPageAnswer, types.ManagedAccount] = self._list(_LIST_USERS, {"page": page, "limit": limit, "search": search}, options)
        return answer

    def show_user(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ManagedAccountAnswer:
        """Show a user: `GET /api/v1/admin/users/{id}`."""
        answer: types.ManagedAccountAnswer = self._call(_SHOW_USER, {"id": id}, options)
        return answer

    def update_user(
        self,
        *,
        id: str,
        body: Optional[types.UpdateUser] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ManagedAccountAnswer:
        """Update a user: `PUT /api/v1/admin/users/{id}`."""
        answer: types.ManagedAccountAnswer = self._call(_UPDATE_USER, {"id": id, "body": body}, options)
        return answer

    def delete_user(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a user: `DELETE /api/v1/admin/users/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_USER, {"id": id}, options)
        return answer

    def show_teams_audit_log(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        act: Optional[str] = None,
        actorId: Optional[str] = None,
        subjectType: Optional[types.AuditSubjectType] = None,
        subjectId: Optional[str] = None,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.AuditEntryViewPageAnswer, types.AuditEntryView]:
        """Show the team's audit log: `GET /api/v1/team/audit-log`."""
        answer: Listing[types.AuditEntryViewPageAnswer, types.AuditEntryView] = self._list(_SHOW_TEAMS_AUDIT_LOG, {"page": page, "limit": limit, "act": act, "actorId": actorId, "subjectType": subjectType, "subjectId": subjectId, "from": from_, "to": to}, options)
        return answer

    def show_audit_log_of_all_teams(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        act: Optional[str] = None,
        actorId: Optional[str] = None,
        subjectType: Optional[types.AuditSubjectType] = None,
        subjectId: Optional[str] = None,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.AuditEntryViewPageAnswer, types.AuditEntryView]:
        """Show the audit log of all teams: `GET /api/v1/admin/audit-log`."""
        answer: Listing[types.AuditEntryViewPageAnswer, types.AuditEntryView] = self._list(_SHOW_AUDIT_LOG_OF_ALL_TEAMS, {"page": page, "limit": limit, "act": act, "actorId": actorId, "subjectType": subjectType, "subjectId": subjectId, "from": from_, "to": to}, options)
        return answer

    def list_budgets(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamBudgetListAnswer:
        """List budgets: `GET /api/v1/team/budgets`."""
        answer: types.TeamBudgetListAnswer = self._call(_LIST_BUDGETS, {}, options)
        return answer

    def set_budget(
        self,
        *,
        body: types.PutBudget,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamBudgetAnswer:
        """Set a budget: `PUT /api/v1/team/budgets`."""
        answer: types.TeamBudgetAnswer = self._call(_SET_BUDGET, {"body": body}, options)
        return answer

    def delete_budget(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a budget: `DELETE /api/v1/team/budgets/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_BUDGET, {"id": id}, options)
        return answer

    def get_use_of_budgets(
        self,
        *,
        subject: Optional[types.BudgetSubject] = None,
        measure: Optional[types.BudgetMeasure] = None,
        period: Optional[types.BudgetPeriod] = None,
        at: Optional[str] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.BudgetUsageAnswer:
        """Get the use of budgets: `GET /api/v1/team/usage`."""
        answer: types.BudgetUsageAnswer = self._call(_GET_USE_OF_BUDGETS, {"subject": subject, "measure": measure, "period": period, "at": at, "limit": limit}, options)
        return answer

    def export_team(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamExportAnswer:
        """Export the team: `POST /api/v1/team/exports`."""
        answer: types.TeamExportAnswer = self._call(_EXPORT_TEAM, {}, options)
        return answer

    def list_exports_of_team(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.TeamExportPageAnswer, types.TeamExport]:
        """List exports of the team: `GET /api/v1/team/exports`."""
        answer: Listing[types.TeamExportPageAnswer, types.TeamExport] = self._list(_LIST_EXPORTS_OF_TEAM, {"page": page, "limit": limit}, options)
        return answer

    def show_export_of_team(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamExportAnswer:
        """Show an export of the team: `GET /api/v1/team/exports/{id}`."""
        answer: types.TeamExportAnswer = self._call(_SHOW_EXPORT_OF_TEAM, {"id": id}, options)
        return answer

    def delete_export_of_team(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an export of the team: `DELETE /api/v1/team/exports/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_EXPORT_OF_TEAM, {"id": id}, options)
        return answer

    def download_export_of_team(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> Response:
        """Download an export of the team: `GET /api/v1/team/exports/{id}/download`."""
        answer: Response = self._call(_DOWNLOAD_EXPORT_OF_TEAM, {"id": id}, options)
        return answer

    def count_what_team_owns(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.TeamContentsAnswer:
        """Count what the team owns: `GET /api/v1/team/contents`."""
        answer: types.TeamContentsAnswer = self._call(_COUNT_WHAT_TEAM_OWNS, {}, options)
        return answer

    def show_how_long_team_keeps_its_data(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.RetentionSettingsAnswer:
        """Show how long the team keeps its data: `GET /api/v1/team/retention`."""
        answer: types.RetentionSettingsAnswer = self._call(_SHOW_HOW_LONG_TEAM_KEEPS_ITS_DATA, {}, options)
        return answer

    def change_how_long_team_keeps_its_data(
        self,
        *,
        body: Optional[types.UpdateRetention] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RetentionSettingsAnswer:
        """Change how long the team keeps its data: `PUT /api/v1/team/retention`."""
        answer: types.RetentionSettingsAnswer = self._call(_CHANGE_HOW_LONG_TEAM_KEEPS_ITS_DATA, {"body": body}, options)
        return answer

    def list_models(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        kind: Optional[types.ModelKind] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.RegisteredModelPageAnswer, types.RegisteredModel]:
        """List models: `GET /api/v1/models`."""
        answer: Listing[types.RegisteredModelPageAnswer, types.RegisteredModel] = self._list(_LIST_MODELS, {"page": page, "limit": limit, "kind": kind}, options)
        return answer

    def register_model(
        self,
        *,
        body: types.RegisterModel,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredModelAnswer:
        """Register a model: `POST /api/v1/models`."""
        answer: types.RegisteredModelAnswer = self._call(_REGISTER_MODEL, {"body": body}, options)
        return answer

    def get_model(
        self,
        *,
        id: int,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredModelAnswer:
        """Get a model: `GET /api/v1/models/{id}`."""
        answer: types.RegisteredModelAnswer = self._call(_GET_MODEL, {"id": id}, options)
        return answer

    def update_model(
        self,
        *,
        id: int,
        body: Optional[types.ChangeModel] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredModelAnswer:
        """Update a model: `PUT /api/v1/models/{id}`."""
        answer: types.RegisteredModelAnswer = self._call(_UPDATE_MODEL, {"id": id, "body": body}, options)
        return answer

    def change_fields_of_model(
        self,
        *,
        id: int,
        body: Optional[types.ChangeModel] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredModelAnswer:
        """Change fields of a model: `PATCH /api/v1/models/{id}`."""
        answer: types.RegisteredModelAnswer = self._call(_CHANGE_FIELDS_OF_MODEL, {"id": id, "body": body}, options)
        return answer

    def delete_model(
        self,
        *,
        id: int,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a model: `DELETE /api/v1/models/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_MODEL, {"id": id}, options)
        return answer

    def test_model(
        self,
        *,
        id: int,
        options: Optional[RequestOptions] = None,
    ) -> types.ModelTestAnswer:
        """Test a model: `POST /api/v1/models/{id}/test`."""
        answer: types.ModelTestAnswer = self._call(_TEST_MODEL, {"id": id}, options)
        return answer

    def export_chatbot(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> Response:
        """Export a chatbot: `GET /api/v1/chatbots/{id}/export`."""
        answer: Response = self._call(_EXPORT_CHATBOT, {"id": id}, options)
        return answer

    def import_chatbot(
        self,
        *,
        name: Optional[str] = None,
        body: Optional[types.UploadChatbotImport] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotImportAnswer:
        """Import a chatbot: `POST /api/v1/chatbots/import`."""
        answer: types.ChatbotImportAnswer = self._call(_IMPORT_CHATBOT, {"name": name, "body": body}, options)
        return answer

    def list_imports_of_chatbots(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ChatbotImportPageAnswer, types.ChatbotImport]:
        """List imports of chatbots: `GET /api/v1/chatbots/imports`."""
        answer: Listing[types.ChatbotImportPageAnswer, types.ChatbotImport] = self._list(_LIST_IMPORTS_OF_CHATBOTS, {"page": page, "limit": limit}, options)
        return answer

    def get_import_of_chatbot(
        self,
        *,
        importId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotImportAnswer:
        """Get an import of a chatbot: `GET /api/v1/chatbots/imports/{importId}`."""
        answer: types.ChatbotImportAnswer = self._call(_GET_IMPORT_OF_CHATBOT, {"importId": importId}, options)
        return answer

    def list_chatbots(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        search: Optional[str] = None,
        status: Optional[types.ChatbotStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ChatbotPageAnswer, types.Chatbot]:
        """List chatbots: `GET /api/v1/chatbots`."""
        answer: Listing[types.ChatbotPageAnswer, types.Chatbot] = self._list(_LIST_CHATBOTS, {"page": page, "limit": limit, "search": search, "status": status}, options)
        return answer

    def create_chatbot(
        self,
        *,
        body: types.CreateChatbot,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotAnswer:
        """Create a chatbot: `POST /api/v1/chatbots`."""
        answer: types.ChatbotAnswer = self._call(_CREATE_CHATBOT, {"body": body}, options)
        return answer

    def get_chatbot(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotAnswer:
        """Get a chatbot: `GET /api/v1/chatbots/{id}`."""
        answer: types.ChatbotAnswer = self._call(_GET_CHATBOT, {"id": id}, options)
        return answer

    def update_chatbot(
        self,
        *,
        id: str,
        body: Optional[types.UpdateChatbot] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotAnswer:
        """Update a chatbot: `PUT /api/v1/chatbots/{id}`."""
        answer: types.ChatbotAnswer = self._call(_UPDATE_CHATBOT, {"id": id, "body": body}, options)
        return answer

    def delete_chatbot(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a chatbot: `DELETE /api/v1/chatbots/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_CHATBOT, {"id": id}, options)
        return answer

    def list_personalities(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.PersonalityPageAnswer, types.Personality]:
        """List personalities: `GET /api/v1/chatbots/{chatbotId}/personalities`."""
        answer: Listing[types.PersonalityPageAnswer, types.Personality] = self._list(_LIST_PERSONALITIES, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def create_personality(
        self,
        *,
        chatbotId: str,
        body: types.CreatePersonality,
        options: Optional[RequestOptions] = None,
    ) -> types.PersonalityAnswer:
        """Create a personality: `POST /api/v1/chatbots/{chatbotId}/personalities`."""
        answer: types.PersonalityAnswer = self._call(_CREATE_PERSONALITY, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def create_default_personality(
        self,
        *,
        chatbotId: str,
        body: Optional[types.CreateDefaultPersonality] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.PersonalityAnswer:
        """Create the default personality: `POST /api/v1/chatbots/{chatbotId}/personalities/default`."""
        answer: types.PersonalityAnswer = self._call(_CREATE_DEFAULT_PERSONALITY, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def get_personality(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.PersonalityAnswer:
        """Get a personality: `GET /api/v1/personalities/{id}`."""
        answer: types.PersonalityAnswer = self._call(_GET_PERSONALITY, {"id": id}, options)
        return answer

    def update_personality(
        self,
        *,
        id: str,
        body: Optional[types.UpdatePersonality] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.PersonalityAnswer:
        """Update a personality: `PUT /api/v1/personalities/{id}`."""
        answer: types.PersonalityAnswer = self._call(_UPDATE_PERSONALITY, {"id": id, "body": body}, options)
        return answer

    def delete_personality(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a personality: `DELETE /api/v1/personalities/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_PERSONALITY, {"id": id}, options)
        return answer

    def make_personality_default(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.PersonalityAnswer:
        """Make a personality the default: `POST /api/v1/personalities/{id}/default`."""
        answer: types.PersonalityAnswer = self._call(_MAKE_PERSONALITY_DEFAULT, {"id": id}, options)
        return answer

    def get_prompt_modifier_of_personality(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.PromptModifierAnswer:
        """Get the prompt modifier of a personality: `GET /api/v1/personalities/{id}/prompt-modifier`."""
        answer: types.PromptModifierAnswer = self._call(_GET_PROMPT_MODIFIER_OF_PERSONALITY, {"id": id}, options)
        return answer

    def send_message_to_chatbot(
        self,
        *,
        id: str,
        body: types.SendMessage,
        explain: Optional[bool] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotReplyAnswer:
        """Send a message to the chatbot: `POST /api/v1/chatbots/{id}/conversation`."""
        answer: types.ChatbotReplyAnswer = self._call(_SEND_MESSAGE_TO_CHATBOT, {"id": id, "body": body, "explain": explain}, options)
        return answer

    def get_conversation_history(
        self,
        *,
        id: str,
        sessionId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.HistoryMessagePageAnswer, types.HistoryMessage]:
        """Get conversation history: `GET /api/v1/chatbots/{id}/conversation/history`."""
        answer: Listing[types.HistoryMessagePageAnswer, types.HistoryMessage] = self._list(_GET_CONVERSATION_HISTORY, {"id": id, "sessionId": sessionId, "page": page, "limit": limit}, options)
        return answer

    def rate_response(
        self,
        *,
        id: str,
        body: types.RateResponse,
        options: Optional[RequestOptions] = None,
    ) -> types.ResponseRatingAnswer:
        """Rate a response: `POST /api/v1/chatbots/{id}/response-rating`."""
        answer: types.ResponseRatingAnswer = self._call(_RATE_RESPONSE, {"id": id, "body": body}, options)
        return answer

    def list_conversations(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        platform: Optional[str] = None,
        channelId: Optional[str] = None,
        userId: Optional[str] = None,
        status: Optional[types.ListedConversationStatus] = None,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ListedConversationPageAnswer, types.ListedConversation]:
        """List conversations: `GET /api/v1/chatbots/{chatbotId}/conversations`."""
        answer: Listing[types.ListedConversationPageAnswer, types.ListedConversation] = self._list(_LIST_CONVERSATIONS, {"chatbotId": chatbotId, "page": page, "limit": limit, "platform": platform, "channelId": channelId, "userId": userId, "status": status, "from": from_, "to": to}, options)
        return answer

    def get_conversation(
        self,
        *,
        conversationId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ListedConversationAnswer:
        """Get a conversation: `GET /api/v1/chatbots/{chatbotId}/conversations/{conversationId}`."""
        answer: types.ListedConversationAnswer = self._call(_GET_CONVERSATION, {"conversationId": conversationId, "chatbotId": chatbotId}, options)
        return answer

    def delete_conversation(
        self,
        *,
        conversationId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a conversation: `DELETE /api/v1/chatbots/{chatbotId}/conversations/{conversationId}`."""
        answer: types.DoneAnswer = self._call(_DELETE_CONVERSATION, {"conversationId": conversationId, "chatbotId": chatbotId}, options)
        return answer

    def list_messages_of_conversation(
        self,
        *,
        conversationId: str,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ConversationMessagePageAnswer, types.ConversationMessage]:
        """List the messages of a conversation: `GET /api/v1/chatbots/{chatbotId}/conversations/{conversationId}/messages`."""
        answer: Listing[types.ConversationMessagePageAnswer, types.ConversationMessage] = self._list(_LIST_MESSAGES_OF_CONVERSATION, {"conversationId": conversationId, "chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def list_support_agents(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.SupportAgentListAnswer:
        """List support agents: `GET /api/v1/escalations/agents`."""
        answer: types.SupportAgentListAnswer = self._call(_LIST_SUPPORT_AGENTS, {}, options)
        return answer

    def set_support_agent(
        self,
        *,
        userId: str,
        body: Optional[types.PutSupportAgent] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.SupportAgentAnswer:
        """Set a support agent: `PUT /api/v1/escalations/agents/{userId}`."""
        answer: types.SupportAgentAnswer = self._call(_SET_SUPPORT_AGENT, {"userId": userId, "body": body}, options)
        return answer

    def remove_support_agent(
        self,
        *,
        userId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Remove a support agent: `DELETE /api/v1/escalations/agents/{userId}`."""
        answer: types.DoneAnswer = self._call(_REMOVE_SUPPORT_AGENT, {"userId": userId}, options)
        return answer

    def list_escalations(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        state: Optional[types.EscalationState] = None,
        mine: Optional[bool] = None,
        botId: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.EscalationPageAnswer, types.Escalation]:
        """List escalations: `GET /api/v1/escalations`."""
        answer: Listing[types.EscalationPageAnswer, types.Escalation] = self._list(_LIST_ESCALATIONS, {"page": page, "limit": limit, "state": state, "mine": mine, "botId": botId}, options)
        return answer

    def ask_for_person(
        self,
        *,
        body: types.CreateEscalation,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationAnswer:
        """Ask for a person: `POST /api/v1/escalations`."""
        answer: types.EscalationAnswer = self._call(_ASK_FOR_PERSON, {"body": body}, options)
        return answer

    def get_statistics_of_escalations(
        self,
        *,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationStatisticsAnswer:
        """Get statistics of escalations: `GET /api/v1/escalations/statistics`."""
        answer: types.EscalationStatisticsAnswer = self._call(_GET_STATISTICS_OF_ESCALATIONS, {"from": from_, "to": to}, options)
        return answer

    def get_escalation(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationDetailsAnswer:
        """Get an escalation: `GET /api/v1/escalations/{id}`."""
        answer: types.EscalationDetailsAnswer = self._call(_GET_ESCALATION, {"id": id}, options)
        return answer

    def accept_escalation(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationAnswer:
        """Accept an escalation: `POST /api/v1/escalations/{id}/accept`."""
        answer: types.EscalationAnswer = self._call(_ACCEPT_ESCALATION, {"id": id}, options)
        return answer

    def reply_as_person(
        self,
        *,
        id: str,
        body: types.AgentMessage,
        options: Optional[RequestOptions] = None,
    ) -> types.ConversationMessageAnswer:
        """Reply as a person: `POST /api/v1/escalations/{id}/messages`."""
        answer: types.ConversationMessageAnswer = self._call(_REPLY_AS_PERSON, {"id": id, "body": body}, options)
        return answer

    def transfer_escalation(
        self,
        *,
        id: str,
        body: Optional[types.TransferEscalation] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationAnswer:
        """Transfer an escalation: `POST /api/v1/escalations/{id}/transfer`."""
        answer: types.EscalationAnswer = self._call(_TRANSFER_ESCALATION, {"id": id, "body": body}, options)
        return answer

    def assign_escalation(
        self,
        *,
        id: str,
        body: types.AssignEscalation,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationAnswer:
        """Assign an escalation: `POST /api/v1/escalations/{id}/assign`."""
        answer: types.EscalationAnswer = self._call(_ASSIGN_ESCALATION, {"id": id, "body": body}, options)
        return answer

    def return_escalation(
        self,
        *,
        id: str,
        body: Optional[types.ReturnEscalation] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationAnswer:
        """Return an escalation: `POST /api/v1/escalations/{id}/return`."""
        answer: types.EscalationAnswer = self._call(_RETURN_ESCALATION, {"id": id, "body": body}, options)
        return answer

    def resolve_escalation(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.EscalationAnswer:
        """Resolve an escalation: `POST /api/v1/escalations/{id}/resolve`."""
        answer: types.EscalationAnswer = self._call(_RESOLVE_ESCALATION, {"id": id}, options)
        return answer

    def list_channels_of_chatbot(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ChannelPageAnswer, types.Channel]:
        """List channels of a chatbot: `GET /api/v1/chatbots/{chatbotId}/channels`."""
        answer: Listing[types.ChannelPageAnswer, types.Channel] = self._list(_LIST_CHANNELS_OF_CHATBOT, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def create_channel(
        self,
        *,
        chatbotId: str,
        body: types.CreateChannel,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelWithSecretAnswer:
        """Create a channel: `POST /api/v1/chatbots/{chatbotId}/channels`."""
        answer: types.ChannelWithSecretAnswer = self._call(_CREATE_CHANNEL, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def get_channel(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelAnswer:
        """Get a channel: `GET /api/v1/channels/{id}`."""
        answer: types.ChannelAnswer = self._call(_GET_CHANNEL, {"id": id}, options)
        return answer

    def update_channel(
        self,
        *,
        id: str,
        body: Optional[types.UpdateChannel] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelAnswer:
        """Update a channel: `PATCH /api/v1/channels/{id}`."""
        answer: types.ChannelAnswer = self._call(_UPDATE_CHANNEL, {"id": id, "body": body}, options)
        return answer

    def delete_channel(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a channel: `DELETE /api/v1/channels/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_CHANNEL, {"id": id}, options)
        return answer

    def reconnect_channel(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelAnswer:
        """Reconnect a channel: `POST /api/v1/channels/{id}/reconnect`."""
        answer: types.ChannelAnswer = self._call(_RECONNECT_CHANNEL, {"id": id}, options)
        return answer

    def list_deliveries_of_channel(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        state: Optional[types.ChannelDeliveryState] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ChannelDeliveryPageAnswer, types.ChannelDelivery]:
        """List deliveries of a channel: `GET /api/v1/channels/{id}/deliveries`."""
        answer: Listing[types.ChannelDeliveryPageAnswer, types.ChannelDelivery] = self._list(_LIST_DELIVERIES_OF_CHANNEL, {"id": id, "page": page, "limit": limit, "state": state}, options)
        return answer

    def retry_delivery(
        self,
        *,
        deliveryId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChannelDeliveryAnswer:
        """Retry a delivery: `POST /api/v1/channels/{id}/deliveries/{deliveryId}/retry`."""
        answer: types.ChannelDeliveryAnswer = self._call(_RETRY_DELIVERY, {"deliveryId": deliveryId, "id": id}, options)
        return answer

    def list_knowledge_bases(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.KnowledgeBasePageAnswer, types.KnowledgeBase]:
        """List knowledge bases: `GET /api/v1/chatbots/{chatbotId}/knowledge-bases`."""
        answer: Listing[types.KnowledgeBasePageAnswer, types.KnowledgeBase] = self._list(_LIST_KNOWLEDGE_BASES, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def create_knowledge_base(
        self,
        *,
        chatbotId: str,
        body: types.CreateKnowledgeBase,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeBaseWithItemsAnswer:
        """Create a knowledge base: `POST /api/v1/chatbots/{chatbotId}/knowledge-bases`."""
        answer: types.KnowledgeBaseWithItemsAnswer = self._call(_CREATE_KNOWLEDGE_BASE, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def get_knowledge_base(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeBaseWithItemsAnswer:
        """Get a knowledge base: `GET /api/v1/knowledge-bases/{id}`."""
        answer: types.KnowledgeBaseWithItemsAnswer = self._call(_GET_KNOWLEDGE_BASE, {"id": id}, options)
        return answer

    def update_knowledge_base(
        self,
        *,
        id: str,
        body: Optional[types.UpdateKnowledgeBase] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeBaseAnswer:
        """Update a knowledge base: `PUT /api/v1/knowledge-bases/{id}`."""
        answer: types.KnowledgeBaseAnswer = self._call(_UPDATE_KNOWLEDGE_BASE, {"id": id, "body": body}, options)
        return answer

    def delete_knowledge_base(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a knowledge base: `DELETE /api/v1/knowledge-bases/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_KNOWLEDGE_BASE, {"id": id}, options)
        return answer

    def search_knowledge_base(
        self,
        *,
        id: str,
        query: Optional[str] = None,
        q: Optional[str] = None,
        tags: Optional[List[str]] = None,
        limit: Optional[int] = None,
        method: Optional[types.RetrievalMethod] = None,
        explain: Optional[bool] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.SearchHitListAnswer:
        """Search a knowledge base: `GET /api/v1/knowledge-bases/{id}/search`."""
        answer: types.SearchHitListAnswer = self._call(_SEARCH_KNOWLEDGE_BASE, {"id": id, "query": query, "q": q, "tags": tags, "limit": limit, "method": method, "explain": explain}, options)
        return answer

    def search_knowledge_base_by_body(
        self,
        *,
        id: str,
        body: Optional[types.SearchQuery] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.SearchHitListAnswer:
        """Search a knowledge base by a body: `POST /api/v1/knowledge-bases/{id}/search`."""
        answer: types.SearchHitListAnswer = self._call(_SEARCH_KNOWLEDGE_BASE_BY_BODY, {"id": id, "body": body}, options)
        return answer

    def list_items(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ItemPageAnswer, types.Item]:
        """List items: `GET /api/v1/knowledge-bases/{id}/items`."""
        answer: Listing[types.ItemPageAnswer, types.Item] = self._list(_LIST_ITEMS, {"id": id, "page": page, "limit": limit}, options)
        return answer

    def add_item(
        self,
        *,
        id: str,
        body: types.CreateItem,
        options: Optional[RequestOptions] = None,
    ) -> types.ItemAnswer:
        """Add an item: `POST /api/v1/knowledge-bases/{id}/items`."""
        answer: types.ItemAnswer = self._call(_ADD_ITEM, {"id": id, "body": body}, options)
        return answer

    def get_item(
        self,
        *,
        itemId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ItemAnswer:
        """Get an item: `GET /api/v1/knowledge-bases/{id}/items/{itemId}`."""
        answer: types.ItemAnswer = self._call(_GET_ITEM, {"itemId": itemId, "id": id}, options)
        return answer

    def update_item(
        self,
        *,
        itemId: str,
        id: str,
        body: Optional[types.UpdateItem] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ItemAnswer:
        """Update an item: `PUT /api/v1/knowledge-bases/{id}/items/{itemId}`."""
        answer: types.ItemAnswer = self._call(_UPDATE_ITEM, {"itemId": itemId, "id": id, "body": body}, options)
        return answer

    def delete_item(
        self,
        *,
        itemId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an item: `DELETE /api/v1/knowledge-bases/{id}/items/{itemId}`."""
        answer: types.DoneAnswer = self._call(_DELETE_ITEM, {"itemId": itemId, "id": id}, options)
        return answer

    def add_document(
        self,
        *,
        chatbotId: str,
        body: Union[types.CreateDocument, types.UploadDocument],
        options: Optional[RequestOptions] = None,
    ) -> types.DocumentAnswer:
        """Add a document: `POST /api/v1/chatbots/{chatbotId}/documents`."""
        answer: types.DocumentAnswer = self._call(_ADD_DOCUMENT, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def list_documents(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        status: Optional[types.DocumentStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.DocumentPageAnswer, types.Document]:
        """List documents: `GET /api/v1/chatbots/{chatbotId}/documents`."""
        answer: Listing[types.DocumentPageAnswer, types.Document] = self._list(_LIST_DOCUMENTS, {"chatbotId": chatbotId, "page": page, "limit": limit, "status": status}, options)
        return answer

    def get_document(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DocumentAnswer:
        """Get a document: `GET /api/v1/chatbots/{chatbotId}/documents/{id}`."""
        answer: types.DocumentAnswer = self._call(_GET_DOCUMENT, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def delete_document(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a document: `DELETE /api/v1/chatbots/{chatbotId}/documents/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_DOCUMENT, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def download_file_of_document(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> Response:
        """Download the file of a document: `GET /api/v1/chatbots/{chatbotId}/documents/{id}/file`."""
        answer: Response = self._call(_DOWNLOAD_FILE_OF_DOCUMENT, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def replace_content_of_document(
        self,
        *,
        id: str,
        chatbotId: str,
        body: Union[types.ReplaceDocument, types.ReplaceDocumentByFile],
        options: Optional[RequestOptions] = None,
    ) -> types.DocumentAnswer:
        """Replace the content of a document: `PUT /api/v1/chatbots/{chatbotId}/documents/{id}/content`."""
        answer: types.DocumentAnswer = self._call(_REPLACE_CONTENT_OF_DOCUMENT, {"id": id, "chatbotId": chatbotId, "body": body}, options)
        return answer

    def cancel_indexing_of_document(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DocumentAnswer:
        """Cancel the indexing of a document: `POST /api/v1/chatbots/{chatbotId}/documents/{id}/cancel`."""
        answer: types.DocumentAnswer = self._call(_CANCEL_INDEXING_OF_DOCUMENT, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def retry_indexing_of_document(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DocumentAnswer:
        """Retry the indexing of a document: `POST /api/v1/chatbots/{chatbotId}/documents/{id}/retry`."""
        answer: types.DocumentAnswer = self._call(_RETRY_INDEXING_OF_DOCUMENT, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def add_web_source(
        self,
        *,
        chatbotId: str,
        body: types.CreateWebSource,
        options: Optional[RequestOptions] = None,
    ) -> types.WebSourceAnswer:
        """Add a web source: `POST /api/v1/chatbots/{chatbotId}/web-sources`."""
        answer: types.WebSourceAnswer = self._call(_ADD_WEB_SOURCE, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def list_web_sources(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.WebSourcePageAnswer, types.WebSource]:
        """List web sources: `GET /api/v1/chatbots/{chatbotId}/web-sources`."""
        answer: Listing[types.WebSourcePageAnswer, types.WebSource] = self._list(_LIST_WEB_SOURCES, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def get_web_source(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.WebSourceAnswer:
        """Get a web source: `GET /api/v1/chatbots/{chatbotId}/web-sources/{id}`."""
        answer: types.WebSourceAnswer = self._call(_GET_WEB_SOURCE, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def change_web_source(
        self,
        *,
        id: str,
        chatbotId: str,
        body: Optional[types.UpdateWebSource] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.WebSourceAnswer:
        """Change a web source: `PATCH /api/v1/chatbots/{chatbotId}/web-sources/{id}`."""
        answer: types.WebSourceAnswer = self._call(_CHANGE_WEB_SOURCE, {"id": id, "chatbotId": chatbotId, "body": body}, options)
        return answer

    def delete_web_source(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a web source: `DELETE /api/v1/chatbots/{chatbotId}/web-sources/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_WEB_SOURCE, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def list_pages_of_web_source(
        self,
        *,
        id: str,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        status: Optional[types.WebSourceStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.WebPagePageAnswer, types.WebPage]:
        """List the pages of a web source: `GET /api/v1/chatbots/{chatbotId}/web-sources/{id}/pages`."""
        answer: Listing[types.WebPagePageAnswer, types.WebPage] = self._list(_LIST_PAGES_OF_WEB_SOURCE, {"id": id, "chatbotId": chatbotId, "page": page, "limit": limit, "status": status}, options)
        return answer

    def sync_web_source_now(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.WebSourceAnswer:
        """Sync a web source now: `POST /api/v1/chatbots/{chatbotId}/web-sources/{id}/sync`."""
        answer: types.WebSourceAnswer = self._call(_SYNC_WEB_SOURCE_NOW, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def cancel_sync_of_web_source(
        self,
        *,
        id: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.WebSourceAnswer:
        """Cancel the sync of a web source: `POST /api/v1/chatbots/{chatbotId}/web-sources/{id}/cancel`."""
        answer: types.WebSourceAnswer = self._call(_CANCEL_SYNC_OF_WEB_SOURCE, {"id": id, "chatbotId": chatbotId}, options)
        return answer

    def list_questions(
        self,
        *,
        baseId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        search: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.QuestionPageAnswer, types.Question]:
        """List questions: `GET /api/v1/knowledge-bases/{baseId}/questions`."""
        answer: Listing[types.QuestionPageAnswer, types.Question] = self._list(_LIST_QUESTIONS, {"baseId": baseId, "page": page, "limit": limit, "search": search}, options)
        return answer

    def add_question(
        self,
        *,
        baseId: str,
        body: types.CreateQuestion,
        options: Optional[RequestOptions] = None,
    ) -> types.QuestionAnswer:
        """Add a question: `POST /api/v1/knowledge-bases/{baseId}/questions`."""
        answer: types.QuestionAnswer = self._call(_ADD_QUESTION, {"baseId": baseId, "body": body}, options)
        return answer

    def import_questions(
        self,
        *,
        baseId: str,
        body: Optional[Union[types.ImportQuestionsOrList, types.UploadQuestions]] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ImportedQuestionsAnswer:
        """Import questions: `POST /api/v1/knowledge-bases/{baseId}/questions/import`."""
        answer: types.ImportedQuestionsAnswer = self._call(_IMPORT_QUESTIONS, {"baseId": baseId, "body": body}, options)
        return answer

    def get_question(
        self,
        *,
        id: str,
        baseId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.QuestionAnswer:
        """Get a question: `GET /api/v1/knowledge-bases/{baseId}/questions/{id}`."""
        answer: types.QuestionAnswer = self._call(_GET_QUESTION, {"id": id, "baseId": baseId}, options)
        return answer

    def update_question(
        self,
        *,
        id: str,
        baseId: str,
        body: Optional[types.UpdateQuestion] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.QuestionAnswer:
        """Update a question: `PUT /api/v1/knowledge-bases/{baseId}/questions/{id}`."""
        answer: types.QuestionAnswer = self._call(_UPDATE_QUESTION, {"id": id, "baseId": baseId, "body": body}, options)
        return answer

    def delete_question(
        self,
        *,
        id: str,
        baseId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a question: `DELETE /api/v1/knowledge-bases/{baseId}/questions/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_QUESTION, {"id": id, "baseId": baseId}, options)
        return answer

    def import_into_knowledge_base(
        self,
        *,
        id: str,
        mode: Optional[types.KnowledgeImportMode] = None,
        onError: Optional[types.KnowledgeImportOnError] = None,
        format: Optional[types.KnowledgeImportFormat] = None,
        body: Optional[types.UploadKnowledgeImport] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeImportAnswer:
        """Import into a knowledge base: `POST /api/v1/knowledge-bases/{id}/import`."""
        answer: types.KnowledgeImportAnswer = self._call(_IMPORT_INTO_KNOWLEDGE_BASE, {"id": id, "mode": mode, "onError": onError, "format": format, "body": body}, options)
        return answer

    def list_imports_into_knowledge_base(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        status: Optional[types.KnowledgeImportStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.KnowledgeImportPageAnswer, types.KnowledgeImport]:
        """List imports into a knowledge base: `GET /api/v1/knowledge-bases/{id}/imports`."""
        answer: Listing[types.KnowledgeImportPageAnswer, types.KnowledgeImport] = self._list(_LIST_IMPORTS_INTO_KNOWLEDGE_BASE, {"id": id, "page": page, "limit": limit, "status": status}, options)
        return answer

    def get_import_into_knowledge_base(
        self,
        *,
        importId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeImportAnswer:
        """Get an import into a knowledge base: `GET /api/v1/knowledge-bases/{id}/imports/{importId}`."""
        answer: types.KnowledgeImportAnswer = self._call(_GET_IMPORT_INTO_KNOWLEDGE_BASE, {"importId": importId, "id": id}, options)
        return answer

    def cancel_import_into_knowledge_base(
        self,
        *,
        importId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeImportAnswer:
        """Cancel an import into a knowledge base: `POST /api/v1/knowledge-bases/{id}/imports/{importId}/cancel`."""
        answer: types.KnowledgeImportAnswer = self._call(_CANCEL_IMPORT_INTO_KNOWLEDGE_BASE, {"importId": importId, "id": id}, options)
        return answer

    def retry_import_into_knowledge_base(
        self,
        *,
        importId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.KnowledgeImportAnswer:
        """Retry an import into a knowledge base: `POST /api/v1/knowledge-bases/{id}/imports/{importId}/retry`."""
        answer: types.KnowledgeImportAnswer = self._call(_RETRY_IMPORT_INTO_KNOWLEDGE_BASE, {"importId": importId, "id": id}, options)
        return answer

    def export_knowledge_base(
        self,
        *,
        id: str,
        format: Optional[types.KnowledgeImportFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> Response:
        """Export a knowledge base: `GET /api/v1/knowledge-bases/{id}/export`."""
        answer: Response = self._call(_EXPORT_KNOWLEDGE_BASE, {"id": id, "format": format}, options)
        return answer

    def create_artifact(
        self,
        *,
        body: types.CreateArtifact,
        options: Optional[RequestOptions] = None,
    ) -> types.ArtifactAnswer:
        """Create an artifact: `POST /api/v1/artifacts`."""
        answer: types.ArtifactAnswer = self._call(_CREATE_ARTIFACT, {"body": body}, options)
        return answer

    def list_artifacts(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        type: Optional[types.ArtifactType] = None,
        search: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ListedArtifactPageAnswer, types.ListedArtifact]:
        """List artifacts: `GET /api/v1/artifacts`."""
        answer: Listing[types.ListedArtifactPageAnswer, types.ListedArtifact] = self._list(_LIST_ARTIFACTS, {"page": page, "limit": limit, "type": type, "search": search}, options)
        return answer

    def get_artifact(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ArtifactAnswer:
        """Get an artifact: `GET /api/v1/artifacts/{id}`."""
        answer: types.ArtifactAnswer = self._call(_GET_ARTIFACT, {"id": id}, options)
        return answer

    def update_artifact(
        self,
        *,
        id: str,
        body: Optional[types.UpdateArtifact] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ArtifactAnswer:
        """Update an artifact: `PUT /api/v1/artifacts/{id}`."""
        answer: types.ArtifactAnswer = self._call(_UPDATE_ARTIFACT, {"id": id, "body": body}, options)
        return answer

    def change_fields_of_artifact(
        self,
        *,
        id: str,
        body: Optional[types.UpdateArtifact] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ArtifactAnswer:
        """Change fields of an artifact: `PATCH /api/v1/artifacts/{id}`."""
        answer: types.ArtifactAnswer = self._call(_CHANGE_FIELDS_OF_ARTIFACT, {"id": id, "body": body}, options)
        return answer

    def delete_artifact(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an artifact: `DELETE /api/v1/artifacts/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_ARTIFACT, {"id": id}, options)
        return answer

    def list_versions_of_artifact(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ListedArtifactVersionPageAnswer, types.ListedArtifactVersion]:
        """List versions of an artifact: `GET /api/v1/artifacts/{id}/versions`."""
        answer: Listing[types.ListedArtifactVersionPageAnswer, types.ListedArtifactVersion] = self._list(_LIST_VERSIONS_OF_ARTIFACT, {"id": id, "page": page, "limit": limit}, options)
        return answer

    def get_version_of_artifact(
        self,
        *,
        version: int,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ArtifactVersionAnswer:
        """Get a version of an artifact: `GET /api/v1/artifacts/{id}/versions/{version}`."""
        answer: types.ArtifactVersionAnswer = self._call(_GET_VERSION_OF_ARTIFACT, {"version": version, "id": id}, options)
        return answer

    def restore_version_of_artifact(
        self,
        *,
        version: int,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ArtifactAnswer:
        """Restore a version of an artifact: `POST /api/v1/artifacts/{id}/versions/{version}/restore`."""
        answer: types.ArtifactAnswer = self._call(_RESTORE_VERSION_OF_ARTIFACT, {"version": version, "id": id}, options)
        return answer

    def list_plugins(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.RegisteredPluginPageAnswer, types.RegisteredPlugin]:
        """List plugins: `GET /api/v1/plugins`."""
        answer: Listing[types.RegisteredPluginPageAnswer, types.RegisteredPlugin] = self._list(_LIST_PLUGINS, {"page": page, "limit": limit}, options)
        return answer

    def register_plugin(
        self,
        *,
        body: types.RegisterPlugin,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredPluginAnswer:
        """Register a plugin: `POST /api/v1/plugins`."""
        answer: types.RegisteredPluginAnswer = self._call(_REGISTER_PLUGIN, {"body": body}, options)
        return answer

    def get_plugin(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredPluginAnswer:
        """Get a plugin: `GET /api/v1/plugins/{id}`."""
        answer: types.RegisteredPluginAnswer = self._call(_GET_PLUGIN, {"id": id}, options)
        return answer

    def update_plugin(
        self,
        *,
        id: str,
        body: Optional[types.UpdatePlugin] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredPluginAnswer:
        """Update a plugin: `PUT /api/v1/plugins/{id}`."""
        answer: types.RegisteredPluginAnswer = self._call(_UPDATE_PLUGIN, {"id": id, "body": body}, options)
        return answer

    def unregister_plugin(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Unregister a plugin: `DELETE /api/v1/plugins/{id}`."""
        answer: types.DoneAnswer = self._call(_UNREGISTER_PLUGIN, {"id": id}, options)
        return answer

    def rotate_secret_of_plugin(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredPluginAnswer:
        """Rotate the secret of a plugin: `POST /api/v1/plugins/{id}/rotate-secret`."""
        answer: types.RegisteredPluginAnswer = self._call(_ROTATE_SECRET_OF_PLUGIN, {"id": id}, options)
        return answer

    def list_installed_plugins(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ChatbotPluginPageAnswer, types.ChatbotPlugin]:
        """List installed plugins: `GET /api/v1/chatbots/{chatbotId}/plugins`."""
        answer: Listing[types.ChatbotPluginPageAnswer, types.ChatbotPlugin] = self._list(_LIST_INSTALLED_PLUGINS, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def install_plugin(
        self,
        *,
        chatbotId: str,
        body: types.InstallPlugin,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotPluginAnswer:
        """Install a plugin: `POST /api/v1/chatbots/{chatbotId}/plugins`."""
        answer: types.ChatbotPluginAnswer = self._call(_INSTALL_PLUGIN, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def uninstall_plugin(
        self,
        *,
        pluginId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Uninstall a plugin: `DELETE /api/v1/chatbots/{chatbotId}/plugins/{pluginId}`."""
        answer: types.DoneAnswer = self._call(_UNINSTALL_PLUGIN, {"pluginId": pluginId, "chatbotId": chatbotId}, options)
        return answer

    def replace_configuration_of_plugin(
        self,
        *,
        pluginId: str,
        chatbotId: str,
        body: types.ConfigurePlugin,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotPluginAnswer:
        """Replace the configuration of a plugin: `PUT /api/v1/chatbots/{chatbotId}/plugins/{pluginId}/config`."""
        answer: types.ChatbotPluginAnswer = self._call(_REPLACE_CONFIGURATION_OF_PLUGIN, {"pluginId": pluginId, "chatbotId": chatbotId, "body": body}, options)
        return answer

    def get_status_of_installed_plugin(
        self,
        *,
        pluginId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotPluginStatusAnswer:
        """Get the status of an installed plugin: `GET /api/v1/chatbots/{chatbotId}/plugins/{pluginId}/status`."""
        answer: types.ChatbotPluginStatusAnswer = self._call(_GET_STATUS_OF_INSTALLED_PLUGIN, {"pluginId": pluginId, "chatbotId": chatbotId}, options)
        return answer

    def get_integration(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotIntegrationAnswer:
        """Get an integration: `GET /api/v1/integrations/{id}`."""
        answer: types.ChatbotIntegrationAnswer = self._call(_GET_INTEGRATION, {"id": id}, options)
        return answer

    def update_integration(
        self,
        *,
        id: str,
        body: Optional[types.IntegrationChanges] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotIntegrationAnswer:
        """Update an integration: `PATCH /api/v1/integrations/{id}`."""
        answer: types.ChatbotIntegrationAnswer = self._call(_UPDATE_INTEGRATION, {"id": id, "body": body}, options)
        return answer

    def delete_integration(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an integration: `DELETE /api/v1/integrations/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_INTEGRATION, {"id": id}, options)
        return answer

    def get_health_of_integration(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotIntegrationHealthAnswer:
        """Get the health of an integration: `GET /api/v1/integrations/{id}/health`."""
        answer: types.ChatbotIntegrationHealthAnswer = self._call(_GET_HEALTH_OF_INTEGRATION, {"id": id}, options)
        return answer

    def test_integration(
        self,
        *,
        id: str,
        body: Optional[types.TryIntegration] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.IntegrationTrialOutcomeAnswer:
        """Test an integration: `POST /api/v1/integrations/{id}/test`."""
        answer: types.IntegrationTrialOutcomeAnswer = self._call(_TEST_INTEGRATION, {"id": id, "body": body}, options)
        return answer

    def list_integrations(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.ChatbotIntegrationPageAnswer, types.ChatbotIntegration]:
        """List integrations: `GET /api/v1/chatbots/{chatbotId}/integrations`."""
        answer: Listing[types.ChatbotIntegrationPageAnswer, types.ChatbotIntegration] = self._list(_LIST_INTEGRATIONS, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def create_integration(
        self,
        *,
        chatbotId: str,
        body: types.NewIntegration,
        options: Optional[RequestOptions] = None,
    ) -> types.ChatbotIntegrationAnswer:
        """Create an integration: `POST /api/v1/chatbots/{chatbotId}/integrations`."""
        answer: types.ChatbotIntegrationAnswer = self._call(_CREATE_INTEGRATION, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def list_datasets(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.TrainingDatasetPageAnswer, types.TrainingDataset]:
        """List datasets: `GET /api/v1/chatbots/{chatbotId}/training/datasets`."""
        answer: Listing[types.TrainingDatasetPageAnswer, types.TrainingDataset] = self._list(_LIST_DATASETS, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def create_dataset(
        self,
        *,
        chatbotId: str,
        body: types.CreateTrainingDataset,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingDatasetAnswer:
        """Create a dataset: `POST /api/v1/chatbots/{chatbotId}/training/datasets`."""
        answer: types.TrainingDatasetAnswer = self._call(_CREATE_DATASET, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def get_dataset(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingDatasetAnswer:
        """Get a dataset: `GET /api/v1/training/datasets/{id}`."""
        answer: types.TrainingDatasetAnswer = self._call(_GET_DATASET, {"id": id}, options)
        return answer

    def update_dataset(
        self,
        *,
        id: str,
        body: Optional[types.UpdateTrainingDataset] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingDatasetAnswer:
        """Update a dataset: `PUT /api/v1/training/datasets/{id}`."""
        answer: types.TrainingDatasetAnswer = self._call(_UPDATE_DATASET, {"id": id, "body": body}, options)
        return answer

    def delete_dataset(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a dataset: `DELETE /api/v1/training/datasets/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_DATASET, {"id": id}, options)
        return answer

    def list_examples_of_dataset(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        intent: Optional[str] = None,
        search: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.TrainingExamplePageAnswer, types.TrainingExample]:
        """List examples of a dataset: `GET /api/v1/training/datasets/{id}/examples`."""
        answer: Listing[types.TrainingExamplePageAnswer, types.TrainingExample] = self._list(_LIST_EXAMPLES_OF_DATASET, {"id": id, "page": page, "limit": limit, "intent": intent, "search": search}, options)
        return answer

    def add_examples(
        self,
        *,
        id: str,
        body: Optional[types.AddTrainingExamples] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingDatasetAnswer:
        """Add examples: `POST /api/v1/training/datasets/{id}/examples`."""
        answer: types.TrainingDatasetAnswer = self._call(_ADD_EXAMPLES, {"id": id, "body": body}, options)
        return answer

    def delete_example(
        self,
        *,
        exampleId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an example: `DELETE /api/v1/training/datasets/{id}/examples/{exampleId}`."""
        answer: types.DoneAnswer = self._call(_DELETE_EXAMPLE, {"exampleId": exampleId, "id": id}, options)
        return answer

    def import_examples(
        self,
        *,
        id: str,
        mode: Optional[types.UploadTrainingImportMode] = None,
        skipDuplicates: Optional[bool] = None,
        format: Optional[types.TrainingImportFormat] = None,
        body: Optional[types.UploadTrainingImport] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingImportAnswer:
        """Import examples: `POST /api/v1/training/datasets/{id}/import`."""
        answer: types.TrainingImportAnswer = self._call(_IMPORT_EXAMPLES, {"id": id, "mode": mode, "skipDuplicates": skipDuplicates, "format": format, "body": body}, options)
        return answer

    def export_examples(
        self,
        *,
        id: str,
        format: Optional[types.TrainingImportFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> Response:
        """Export examples: `GET /api/v1/training/datasets/{id}/export`."""
        answer: Response = self._call(_EXPORT_EXAMPLES, {"id": id, "format": format}, options)
        return answer

    def start_training_session(
        self,
        *,
        chatbotId: str,
        body: types.StartTrainingSession,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingSessionAnswer:
        """Start a training session: `POST /api/v1/chatbots/{chatbotId}/training/sessions`."""
        answer: types.TrainingSessionAnswer = self._call(_START_TRAINING_SESSION, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def list_training_sessions(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        status: Optional[types.TrainingSessionStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.TrainingSessionPageAnswer, types.TrainingSession]:
        """List training sessions: `GET /api/v1/chatbots/{chatbotId}/training/sessions`."""
        answer: Listing[types.TrainingSessionPageAnswer, types.TrainingSession] = self._list(_LIST_TRAINING_SESSIONS, {"chatbotId": chatbotId, "page": page, "limit": limit, "status": status}, options)
        return answer

    def get_training_session(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingSessionAnswer:
        """Get a training session: `GET /api/v1/training/sessions/{id}`."""
        answer: types.TrainingSessionAnswer = self._call(_GET_TRAINING_SESSION, {"id": id}, options)
        return answer

    def cancel_training_session(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Cancel a training session: `DELETE /api/v1/training/sessions/{id}`."""
        answer: types.DoneAnswer = self._call(_CANCEL_TRAINING_SESSION, {"id": id}, options)
        return answer

    def list_trained_models(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.TrainingModelPageAnswer, types.TrainingModel]:
        """List trained models: `GET /api/v1/chatbots/{chatbotId}/training/models`."""
        answer: Listing[types.TrainingModelPageAnswer, types.TrainingModel] = self._list(_LIST_TRAINED_MODELS, {"chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def get_trained_model(
        self,
        *,
        version: int,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingModelDetailsAnswer:
        """Get a trained model: `GET /api/v1/chatbots/{chatbotId}/training/models/{version}`."""
        answer: types.TrainingModelDetailsAnswer = self._call(_GET_TRAINED_MODEL, {"version": version, "chatbotId": chatbotId}, options)
        return answer

    def delete_trained_model(
        self,
        *,
        version: int,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a trained model: `DELETE /api/v1/chatbots/{chatbotId}/training/models/{version}`."""
        answer: types.DoneAnswer = self._call(_DELETE_TRAINED_MODEL, {"version": version, "chatbotId": chatbotId}, options)
        return answer

    def activate_trained_model(
        self,
        *,
        version: int,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingModelDetailsAnswer:
        """Activate a trained model: `POST /api/v1/chatbots/{chatbotId}/training/models/{version}/activate`."""
        answer: types.TrainingModelDetailsAnswer = self._call(_ACTIVATE_TRAINED_MODEL, {"version": version, "chatbotId": chatbotId}, options)
        return answer

    def predict_intents(
        self,
        *,
        chatbotId: str,
        body: Optional[types.PredictIntents] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.PredictedIntentOrListAnswer:
        """Predict intents: `POST /api/v1/chatbots/{chatbotId}/intents/predict`."""
        answer: types.PredictedIntentOrListAnswer = self._call(_PREDICT_INTENTS, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def get_report_of_training_session(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.TrainingReportAnswer:
        """Get the report of a training session: `GET /api/v1/training/sessions/{id}/report`."""
        answer: types.TrainingReportAnswer = self._call(_GET_REPORT_OF_TRAINING_SESSION, {"id": id}, options)
        return answer

    def compare_two_trained_models(
        self,
        *,
        version: int,
        chatbotId: str,
        with_: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.ModelComparisonAnswer:
        """Compare two trained models: `GET /api/v1/chatbots/{chatbotId}/training/models/{version}/comparison`."""
        answer: types.ModelComparisonAnswer = self._call(_COMPARE_TWO_TRAINED_MODELS, {"version": version, "chatbotId": chatbotId, "with": with_}, options)
        return answer

    def get_context_of_end_user(
        self,
        *,
        userId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.EndUserContextAnswer:
        """Get the context of an end user: `GET /api/v1/chatbots/{chatbotId}/context/{userId}`."""
        answer: types.EndUserContextAnswer = self._call(_GET_CONTEXT_OF_END_USER, {"userId": userId, "chatbotId": chatbotId}, options)
        return answer

    def update_context_of_end_user(
        self,
        *,
        userId: str,
        chatbotId: str,
        body: types.UpdateEndUserContext,
        options: Optional[RequestOptions] = None,
    ) -> types.EndUserContextAnswer:
        """Update the context of an end user: `POST /api/v1/chatbots/{chatbotId}/context/{userId}`."""
        answer: types.EndUserContextAnswer = self._call(_UPDATE_CONTEXT_OF_END_USER, {"userId": userId, "chatbotId": chatbotId, "body": body}, options)
        return answer

    def delete_context_of_end_user(
        self,
        *,
        userId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete the context of an end user: `DELETE /api/v1/chatbots/{chatbotId}/context/{userId}`."""
        answer: types.DoneAnswer = self._call(_DELETE_CONTEXT_OF_END_USER, {"userId": userId, "chatbotId": chatbotId}, options)
        return answer

    def resolve_references(
        self,
        *,
        chatbotId: str,
        body: types.ResolveReferencesInput,
        options: Optional[RequestOptions] = None,
    ) -> types.ResolvedReferencesAnswer:
        """Resolve references: `POST /api/v1/chatbots/{chatbotId}/references/resolve`."""
        answer: types.ResolvedReferencesAnswer = self._call(_RESOLVE_REFERENCES, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def list_topics_of_end_user(
        self,
        *,
        userId: str,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.EndUserTopicPageAnswer, types.EndUserTopic]:
        """List the topics of an end user: `GET /api/v1/chatbots/{chatbotId}/topics/{userId}`."""
        answer: Listing[types.EndUserTopicPageAnswer, types.EndUserTopic] = self._list(_LIST_TOPICS_OF_END_USER, {"userId": userId, "chatbotId": chatbotId, "page": page, "limit": limit}, options)
        return answer

    def put_topic_of_end_user(
        self,
        *,
        userId: str,
        chatbotId: str,
        body: types.PutEndUserTopic,
        options: Optional[RequestOptions] = None,
    ) -> types.EndUserTopicAnswer:
        """Put a topic of an end user: `POST /api/v1/chatbots/{chatbotId}/topics/{userId}`."""
        answer: types.EndUserTopicAnswer = self._call(_PUT_TOPIC_OF_END_USER, {"userId": userId, "chatbotId": chatbotId, "body": body}, options)
        return answer

    def delete_topic_of_end_user(
        self,
        *,
        topicId: str,
        userId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a topic of an end user: `DELETE /api/v1/chatbots/{chatbotId}/topics/{userId}/{topicId}`."""
        answer: types.DoneAnswer = self._call(_DELETE_TOPIC_OF_END_USER, {"topicId": topicId, "userId": userId, "chatbotId": chatbotId}, options)
        return answer

    def list_entities_of_end_user(
        self,
        *,
        userId: str,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        type: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.EndUserEntityPageAnswer, types.EndUserEntity]:
        """List the entities of an end user: `GET /api/v1/chatbots/{chatbotId}/entities/{userId}`."""
        answer: Listing[types.EndUserEntityPageAnswer, types.EndUserEntity] = self._list(_LIST_ENTITIES_OF_END_USER, {"userId": userId, "chatbotId": chatbotId, "page": page, "limit": limit, "type": type}, options)
        return answer

    def put_entity_of_end_user(
        self,
        *,
        userId: str,
        chatbotId: str,
        body: types.PutEndUserEntity,
        options: Optional[RequestOptions] = None,
    ) -> types.EndUserEntityAnswer:
        """Put an entity of an end user: `POST /api/v1/chatbots/{chatbotId}/entities/{userId}`."""
        answer: types.EndUserEntityAnswer = self._call(_PUT_ENTITY_OF_END_USER, {"userId": userId, "chatbotId": chatbotId, "body": body}, options)
        return answer

    def delete_entity_of_end_user(
        self,
        *,
        entityId: str,
        userId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an entity of an end user: `DELETE /api/v1/chatbots/{chatbotId}/entities/{userId}/{entityId}`."""
        answer: types.DoneAnswer = self._call(_DELETE_ENTITY_OF_END_USER, {"entityId": entityId, "userId": userId, "chatbotId": chatbotId}, options)
        return answer

    def list_entity_lists(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.EntityListSummaryPageAnswer, types.EntityListSummary]:
        """List entity lists: `GET /api/v1/entity-lists`."""
        answer: Listing[types.EntityListSummaryPageAnswer, types.EntityListSummary] = self._list(_LIST_ENTITY_LISTS, {"page": page, "limit": limit}, options)
        return answer

    def create_entity_list(
        self,
        *,
        body: types.CreateEntityList,
        options: Optional[RequestOptions] = None,
    ) -> types.EntityListAnswer:
        """Create an entity list: `POST /api/v1/entity-lists`."""
        answer: types.EntityListAnswer = self._call(_CREATE_ENTITY_LIST, {"body": body}, options)
        return answer

    def get_entity_list(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.EntityListAnswer:
        """Get an entity list: `GET /api/v1/entity-lists/{id}`."""
        answer: types.EntityListAnswer = self._call(_GET_ENTITY_LIST, {"id": id}, options)
        return answer

    def update_entity_list(
        self,
        *,
        id: str,
        body: Optional[types.UpdateEntityList] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.EntityListAnswer:
        """Update an entity list: `PUT /api/v1/entity-lists/{id}`."""
        answer: types.EntityListAnswer = self._call(_UPDATE_ENTITY_LIST, {"id": id, "body": body}, options)
        return answer

    def delete_entity_list(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an entity list: `DELETE /api/v1/entity-lists/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_ENTITY_LIST, {"id": id}, options)
        return answer

    def export_data_of_end_user_of_chatbot(
        self,
        *,
        userId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.EndUserDataAnswer:
        """Export the data of an end user of a chatbot: `GET /api/v1/chatbots/{chatbotId}/users/{userId}/data`."""
        answer: types.EndUserDataAnswer = self._call(_EXPORT_DATA_OF_END_USER_OF_CHATBOT, {"userId": userId, "chatbotId": chatbotId}, options)
        return answer

    def erase_data_of_end_user_of_chatbot(
        self,
        *,
        userId: str,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ErasedEndUserAnswer:
        """Erase the data of an end user of a chatbot: `DELETE /api/v1/chatbots/{chatbotId}/users/{userId}/data`."""
        answer: types.ErasedEndUserAnswer = self._call(_ERASE_DATA_OF_END_USER_OF_CHATBOT, {"userId": userId, "chatbotId": chatbotId}, options)
        return answer

    def export_data_of_end_user(
        self,
        *,
        userId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.EndUserDataAnswer:
        """Export the data of an end user: `GET /api/v1/end-users/{userId}/data`."""
        answer: types.EndUserDataAnswer = self._call(_EXPORT_DATA_OF_END_USER, {"userId": userId}, options)
        return answer

    def erase_data_of_end_user(
        self,
        *,
        userId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.ErasedEndUserAnswer:
        """Erase the data of an end user: `DELETE /api/v1/end-users/{userId}/data`."""
        answer: types.ErasedEndUserAnswer = self._call(_ERASE_DATA_OF_END_USER, {"userId": userId}, options)
        return answer

    def list_learning_items(
        self,
        *,
        chatbotId: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        type: Optional[types.LearningItemType] = None,
        source: Optional[types.LearningItemSource] = None,
        status: Optional[types.LearningItemStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.LearningItemPageAnswer, types.LearningItem]:
        """List learning items: `GET /api/v1/chatbots/{chatbotId}/learning`."""
        answer: Listing[types.LearningItemPageAnswer, types.LearningItem] = self._list(_LIST_LEARNING_ITEMS, {"chatbotId": chatbotId, "page": page, "limit": limit, "type": type, "source": source, "status": status}, options)
        return answer

    def add_learning_item(
        self,
        *,
        chatbotId: str,
        body: types.CreateLearningItem,
        options: Optional[RequestOptions] = None,
    ) -> types.LearningItemAnswer:
        """Add a learning item: `POST /api/v1/chatbots/{chatbotId}/learning`."""
        answer: types.LearningItemAnswer = self._call(_ADD_LEARNING_ITEM, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def derive_learning_items(
        self,
        *,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.LearningItemListAnswer:
        """Derive learning items: `POST /api/v1/chatbots/{chatbotId}/learning/generate`."""
        answer: types.LearningItemListAnswer = self._call(_DERIVE_LEARNING_ITEMS, {"chatbotId": chatbotId}, options)
        return answer

    def apply_learning_items(
        self,
        *,
        chatbotId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.AppliedLearningAnswer:
        """Apply learning items: `POST /api/v1/chatbots/{chatbotId}/learning/apply`."""
        answer: types.AppliedLearningAnswer = self._call(_APPLY_LEARNING_ITEMS, {"chatbotId": chatbotId}, options)
        return answer

    def preview_learning_items(
        self,
        *,
        chatbotId: str,
        body: Optional[types.PreviewLearning] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.LearningPreviewAnswer:
        """Preview learning items: `POST /api/v1/chatbots/{chatbotId}/learning/preview`."""
        answer: types.LearningPreviewAnswer = self._call(_PREVIEW_LEARNING_ITEMS, {"chatbotId": chatbotId, "body": body}, options)
        return answer

    def revert_learning_item(
        self,
        *,
        learningId: str,
        chatbotId: str,
        reject: Optional[bool] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RevertedLearningItemAnswer:
        """Revert a learning item: `POST /api/v1/chatbots/{chatbotId}/learning/{learningId}/revert`."""
        answer: types.RevertedLearningItemAnswer = self._call(_REVERT_LEARNING_ITEM, {"learningId": learningId, "chatbotId": chatbotId, "reject": reject}, options)
        return answer

    def get_learning_item(
        self,
        *,
        learningId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.LearningItemAnswer:
        """Get a learning item: `GET /api/v1/learning/{learningId}`."""
        answer: types.LearningItemAnswer = self._call(_GET_LEARNING_ITEM, {"learningId": learningId}, options)
        return answer

    def change_learning_item(
        self,
        *,
        learningId: str,
        body: Optional[types.UpdateLearningItem] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.LearningItemAnswer:
        """Change a learning item: `PUT /api/v1/learning/{learningId}`."""
        answer: types.LearningItemAnswer = self._call(_CHANGE_LEARNING_ITEM, {"learningId": learningId, "body": body}, options)
        return answer

    def delete_learning_item(
        self,
        *,
        learningId: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a learning item: `DELETE /api/v1/learning/{learningId}`."""
        answer: types.DoneAnswer = self._call(_DELETE_LEARNING_ITEM, {"learningId": learningId}, options)
        return answer

    def approve_or_reject_learning_item(
        self,
        *,
        learningId: str,
        body: types.DecideLearningItem,
        options: Optional[RequestOptions] = None,
    ) -> types.RevertedLearningItemAnswer:
        """Approve or reject a learning item: `PUT /api/v1/learning/{learningId}/status`."""
        answer: types.RevertedLearningItemAnswer = self._call(_APPROVE_OR_REJECT_LEARNING_ITEM, {"learningId": learningId, "body": body}, options)
        return answer

    def get_message_analytics(
        self,
        *,
        chatbotId: str,
        startDate: Optional[str] = None,
        endDate: Optional[str] = None,
        period: Optional[types.FigureRangePeriod] = None,
        timezone: Optional[str] = None,
        format: Optional[types.AnalyticsFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.MessageAnalyticsAnswer:
        """Get message analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/messages`."""
        answer: types.MessageAnalyticsAnswer = self._call(_GET_MESSAGE_ANALYTICS, {"chatbotId": chatbotId, "startDate": startDate, "endDate": endDate, "period": period, "timezone": timezone, "format": format}, options)
        return answer

    def get_user_analytics(
        self,
        *,
        chatbotId: str,
        startDate: Optional[str] = None,
        endDate: Optional[str] = None,
        period: Optional[types.FigureRangePeriod] = None,
        timezone: Optional[str] = None,
        format: Optional[types.AnalyticsFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.UserAnalyticsAnswer:
        """Get user analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/users`."""
        answer: types.UserAnalyticsAnswer = self._call(_GET_USER_ANALYTICS, {"chatbotId": chatbotId, "startDate": startDate, "endDate": endDate, "period": period, "timezone": timezone, "format": format}, options)
        return answer

    def get_session_analytics(
        self,
        *,
        chatbotId: str,
        startDate: Optional[str] = None,
        endDate: Optional[str] = None,
        period: Optional[types.FigureRangePeriod] = None,
        timezone: Optional[str] = None,
        format: Optional[types.AnalyticsFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.SessionAnalyticsAnswer:
        """Get session analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/sessions`."""
        answer: types.SessionAnalyticsAnswer = self._call(_GET_SESSION_ANALYTICS, {"chatbotId": chatbotId, "startDate": startDate, "endDate": endDate, "period": period, "timezone": timezone, "format": format}, options)
        return answer

    def get_intent_analytics(
        self,
        *,
        chatbotId: str,
        startDate: Optional[str] = None,
        endDate: Optional[str] = None,
        period: Optional[types.FigureRangePeriod] = None,
        timezone: Optional[str] = None,
        format: Optional[types.AnalyticsFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.IntentAnalyticsAnswer:
        """Get intent analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/intents`."""
        answer: types.IntentAnalyticsAnswer = self._call(_GET_INTENT_ANALYTICS, {"chatbotId": chatbotId, "startDate": startDate, "endDate": endDate, "period": period, "timezone": timezone, "format": format}, options)
        return answer

    def get_usage_analytics(
        self,
        *,
        chatbotId: str,
        startDate: Optional[str] = None,
        endDate: Optional[str] = None,
        period: Optional[types.FigureRangePeriod] = None,
        timezone: Optional[str] = None,
        format: Optional[types.AnalyticsFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.UsageAnalyticsAnswer:
        """Get usage analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/usage`."""
        answer: types.UsageAnalyticsAnswer = self._call(_GET_USAGE_ANALYTICS, {"chatbotId": chatbotId, "startDate": startDate, "endDate": endDate, "period": period, "timezone": timezone, "format": format}, options)
        return answer

    def get_quality_analytics(
        self,
        *,
        chatbotId: str,
        startDate: Optional[str] = None,
        endDate: Optional[str] = None,
        period: Optional[types.FigureRangePeriod] = None,
        timezone: Optional[str] = None,
        format: Optional[types.AnalyticsFormat] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.QualityAnalyticsAnswer:
        """Get quality analytics: `GET /api/v1/chatbots/{chatbotId}/analytics/quality`."""
        answer: types.QualityAnalyticsAnswer = self._call(_GET_QUALITY_ANALYTICS, {"chatbotId": chatbotId, "startDate": startDate, "endDate": endDate, "period": period, "timezone": timezone, "format": format}, options)
        return answer

    def get_insights(
        self,
        *,
        chatbotId: str,
        period: Optional[types.FigureRangePeriod] = None,
        timezone: Optional[str] = None,
        refresh: Optional[bool] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.InsightReportAnswer:
        """Get insights: `GET /api/v1/chatbots/{chatbotId}/insights`."""
        answer: types.InsightReportAnswer = self._call(_GET_INSIGHTS, {"chatbotId": chatbotId, "period": period, "timezone": timezone, "refresh": refresh}, options)
        return answer

    def compare_integrations(
        self,
        *,
        chatbotId: str,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.IntegrationReportAnswer:
        """Compare integrations: `GET /api/v1/chatbots/{chatbotId}/integrations/report`."""
        answer: types.IntegrationReportAnswer = self._call(_COMPARE_INTEGRATIONS, {"chatbotId": chatbotId, "from": from_, "to": to}, options)
        return answer

    def list_agent_loops(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        status: Optional[types.AgentLoopStatus] = None,
        search: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.AgentLoopPageAnswer, types.AgentLoop]:
        """List agent loops: `GET /api/v1/agent-loops`."""
        answer: Listing[types.AgentLoopPageAnswer, types.AgentLoop] = self._list(_LIST_AGENT_LOOPS, {"page": page, "limit": limit, "status": status, "search": search}, options)
        return answer

    def create_agent_loop(
        self,
        *,
        body: types.CreateAgentLoop,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentLoopAnswer:
        """Create an agent loop: `POST /api/v1/agent-loops`."""
        answer: types.AgentLoopAnswer = self._call(_CREATE_AGENT_LOOP, {"body": body}, options)
        return answer

    def get_agent_loop(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentLoopAnswer:
        """Get an agent loop: `GET /api/v1/agent-loops/{id}`."""
        answer: types.AgentLoopAnswer = self._call(_GET_AGENT_LOOP, {"id": id}, options)
        return answer

    def update_agent_loop(
        self,
        *,
        id: str,
        body: Optional[types.UpdateAgentLoop] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentLoopAnswer:
        """Update an agent loop: `PUT /api/v1/agent-loops/{id}`."""
        answer: types.AgentLoopAnswer = self._call(_UPDATE_AGENT_LOOP, {"id": id, "body": body}, options)
        return answer

    def delete_agent_loop(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete an agent loop: `DELETE /api/v1/agent-loops/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_AGENT_LOOP, {"id": id}, options)
        return answer

    def run_agent_loop(
        self,
        *,
        id: str,
        body: Optional[types.RunAgentLoop] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentExecutionAnswer:
        """Run an agent loop: `POST /api/v1/agent-loops/{id}/run`."""
        answer: types.AgentExecutionAnswer = self._call(_RUN_AGENT_LOOP, {"id": id, "body": body}, options)
        return answer

    def list_executions_of_agent_loop(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        status: Optional[types.AgentExecutionStatus] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.AgentExecutionPageAnswer, types.AgentExecution]:
        """List executions of an agent loop: `GET /api/v1/agent-loops/{id}/executions`."""
        answer: Listing[types.AgentExecutionPageAnswer, types.AgentExecution] = self._list(_LIST_EXECUTIONS_OF_AGENT_LOOP, {"id": id, "page": page, "limit": limit, "status": status}, options)
        return answer

    def get_execution(
        self,
        *,
        executionId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentExecutionWithStepsAnswer:
        """Get an execution: `GET /api/v1/agent-loops/{id}/executions/{executionId}`."""
        answer: types.AgentExecutionWithStepsAnswer = self._call(_GET_EXECUTION, {"executionId": executionId, "id": id}, options)
        return answer

    def cancel_execution(
        self,
        *,
        executionId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.AgentExecutionAnswer:
        """Cancel an execution: `POST /api/v1/agent-loops/{id}/executions/{executionId}/cancel`."""
        answer: types.AgentExecutionAnswer = self._call(_CANCEL_EXECUTION, {"executionId": executionId, "id": id}, options)
        return answer

    def register_webhook(
        self,
        *,
        body: types.RegisterWebhook,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookWithItsSecretAnswer:
        """Register a webhook: `POST /api/v1/webhooks`."""
        answer: types.WebhookWithItsSecretAnswer = self._call(_REGISTER_WEBHOOK, {"body": body}, options)
        return answer

    def list_webhooks(
        self,
        *,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.RegisteredWebhookPageAnswer, types.RegisteredWebhook]:
        """List webhooks: `GET /api/v1/webhooks`."""
        answer: Listing[types.RegisteredWebhookPageAnswer, types.RegisteredWebhook] = self._list(_LIST_WEBHOOKS, {"page": page, "limit": limit}, options)
        return answer

    def list_webhook_events(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookEventListAnswer:
        """List webhook events: `GET /api/v1/webhooks/events`."""
        answer: types.WebhookEventListAnswer = self._call(_LIST_WEBHOOK_EVENTS, {}, options)
        return answer

    def get_webhook(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredWebhookAnswer:
        """Get a webhook: `GET /api/v1/webhooks/{id}`."""
        answer: types.RegisteredWebhookAnswer = self._call(_GET_WEBHOOK, {"id": id}, options)
        return answer

    def update_webhook(
        self,
        *,
        id: str,
        body: Optional[types.ChangeWebhook] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredWebhookAnswer:
        """Update a webhook: `PUT /api/v1/webhooks/{id}`."""
        answer: types.RegisteredWebhookAnswer = self._call(_UPDATE_WEBHOOK, {"id": id, "body": body}, options)
        return answer

    def change_fields_of_webhook(
        self,
        *,
        id: str,
        body: Optional[types.ChangeWebhook] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.RegisteredWebhookAnswer:
        """Change fields of a webhook: `PATCH /api/v1/webhooks/{id}`."""
        answer: types.RegisteredWebhookAnswer = self._call(_CHANGE_FIELDS_OF_WEBHOOK, {"id": id, "body": body}, options)
        return answer

    def delete_webhook(
        self,
        *,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.DoneAnswer:
        """Delete a webhook: `DELETE /api/v1/webhooks/{id}`."""
        answer: types.DoneAnswer = self._call(_DELETE_WEBHOOK, {"id": id}, options)
        return answer

    def rotate_secret_of_webhook(
        self,
        *,
        id: str,
        body: Optional[types.RotateWebhookSecret] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookWithItsSecretAnswer:
        """Rotate the secret of a webhook: `POST /api/v1/webhooks/{id}/rotate-secret`."""
        answer: types.WebhookWithItsSecretAnswer = self._call(_ROTATE_SECRET_OF_WEBHOOK, {"id": id, "body": body}, options)
        return answer

    def test_webhook(
        self,
        *,
        id: str,
        body: Optional[types.TestWebhook] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookDeliveryDetailsAnswer:
        """Test a webhook: `POST /api/v1/webhooks/{id}/test`."""
        answer: types.WebhookDeliveryDetailsAnswer = self._call(_TEST_WEBHOOK, {"id": id, "body": body}, options)
        return answer

    def list_deliveries_of_webhook(
        self,
        *,
        id: str,
        page: Optional[int] = None,
        limit: Optional[int] = None,
        status: Optional[types.WebhookDeliveryStatus] = None,
        event: Optional[str] = None,
        since: Optional[str] = None,
        options: Optional[RequestOptions] = None,
    ) -> Listing[types.WebhookDeliveryPageAnswer, types.WebhookDelivery]:
        """List deliveries of a webhook: `GET /api/v1/webhooks/{id}/deliveries`."""
        answer: Listing[types.WebhookDeliveryPageAnswer, types.WebhookDelivery] = self._list(_LIST_DELIVERIES_OF_WEBHOOK, {"id": id, "page": page, "limit": limit, "status": status, "event": event, "since": since}, options)
        return answer

    def get_delivery(
        self,
        *,
        deliveryId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookDeliveryDetailsAnswer:
        """Get a delivery: `GET /api/v1/webhooks/{id}/deliveries/{deliveryId}`."""
        answer: types.WebhookDeliveryDetailsAnswer = self._call(_GET_DELIVERY, {"deliveryId": deliveryId, "id": id}, options)
        return answer

    def replay_delivery(
        self,
        *,
        deliveryId: str,
        id: str,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookDeliveryAnswer:
        """Replay a delivery: `POST /api/v1/webhooks/{id}/deliveries/{deliveryId}/replay`."""
        answer: types.WebhookDeliveryAnswer = self._call(_REPLAY_DELIVERY, {"deliveryId": deliveryId, "id": id}, options)
        return answer

    def replay_deliveries_since_time(
        self,
        *,
        id: str,
        body: types.ReplayDeliveries,
        options: Optional[RequestOptions] = None,
    ) -> types.ReplayedDeliveriesAnswer:
        """Replay deliveries since a time: `POST /api/v1/webhooks/{id}/replay`."""
        answer: types.ReplayedDeliveriesAnswer = self._call(_REPLAY_DELIVERIES_SINCE_TIME, {"id": id, "body": body}, options)
        return answer

    def get_statistics_of_webhook(
        self,
        *,
        id: str,
        days: Optional[int] = None,
        options: Optional[RequestOptions] = None,
    ) -> types.WebhookFiguresAnswer:
        """Get statistics of a webhook: `GET /api/v1/webhooks/{id}/statistics`."""
        answer: types.WebhookFiguresAnswer = self._call(_GET_STATISTICS_OF_WEBHOOK, {"id": id, "days": days}, options)
        return answer

    def show_liveness(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.HealthAnswer:
        """Show liveness: `GET /api/v1/health`."""
        answer: types.HealthAnswer = self._call(_SHOW_LIVENESS, {}, options)
        return answer

    def show_detailed_status(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> types.DetailedHealthAnswer:
        """Show detailed status: `GET /api/v1/health/status`."""
        answer: types.DetailedHealthAnswer = self._call(_SHOW_DETAILED_STATUS, {}, options)
        return answer

    def show_metrics(
        self,
        *,
        options: Optional[RequestOptions] = None,
    ) -> str:
        """Show metrics: `GET /api/v1/metrics`."""
        answer: str = self._call(_SHOW_METRICS, {}, options)
        return answer


_REGISTER_USER = Operation("POST", "/api/v1/auth/register", body="json", is_idempotent=False)
_LOG_IN = Operation("POST", "/api/v1/auth/login", body="json", is_idempotent=False)
_REFRESH_LOGIN = Operation("POST", "/api/v1/auth/refresh-token", body="json", is_idempotent=False)
_LOG_OUT = Operation("POST", "/api/v1/auth/logout", body="json", is_idempotent=False)
_SHOW_CURRENT_USER = Operation("GET", "/api/v1/auth/me")
_UPDATE_CURRENT_USER = Operation("PUT", "/api/v1/auth/me", body="json")
_REQUEST_PASSWORD_RESET = Operation("POST", "/api/v1/auth/password-reset-request", body="json", is_idempotent=False)
_RESET_PASSWORD = Operation("POST", "/api/v1/auth/password-reset", body="json", is_idempotent=False)
_CREATE_API_KEY = Operation("POST", "/api/v1/auth/api-key", body="json")
_LIST_API_KEYS = Operation("GET", "/api/v1/auth/api-keys", query=("page", "limit"), paging=("page-limit", "data"))
_UPDATE_API_KEY = Operation("PUT", "/api/v1/auth/api-keys/{id}", body="json")
_REVOKE_API_KEY = Operation("DELETE", "/api/v1/auth/api-keys/{id}")
_ROTATE_API_KEY = Operation("POST", "/api/v1/auth/api-key/{id}/rotate", body="json")
_SHOW_TEAM = Operation("GET", "/api/v1/team")
_UPDATE_TEAM = Operation("PUT", "/api/v1/team", body="json")
_DELETE_TEAM = Operation("DELETE", "/api/v1/team", body="json")
_LIST_PEOPLE_OF_TEAM = Operation("GET", "/api/v1/team/members", query=("page", "limit"), paging=("page-limit", "data"))
_CHANGE_ROLE_OF_PERSON = Operation("PUT", "/api/v1/team/members/{id}", body="json")
_REMOVE_PERSON_FROM_TEAM = Operation("DELETE", "/api/v1/team/members/{id}")
_INVITE_PERSON = Operation("POST", "/api/v1/team/invitations", body="json")
_LIST_INVITATIONS = Operation("GET", "/api/v1/team/invitations", query=("page", "limit"), paging=("page-limit", "data"))
_SEND_INVITATION_AGAIN = Operation("POST", "/api/v1/team/invitations/{id}/resend")
_WITHDRAW_INVITATION = Operation("DELETE", "/api/v1/team/invitations/{id}")
_ACCEPT_INVITATION = Operation("POST", "/api/v1/auth/invitations/accept", body="json", is_idempotent=False)
_LIST_USERS = Operation("GET", "/api/v1/admin/users", query=("page", "limit", "search"), paging=("page-limit", "data"))
_SHOW_USER = Operation("GET", "/api/v1/admin/users/{id}")
_UPDATE_USER = Operation("PUT", "/api/v1/admin/users/{id}", body="json")
_DELETE_USER = Operation("DELETE", "/api/v1/admin/users/{id}")
_SHOW_TEAMS_AUDIT_LOG = Operation("GET", "/api/v1/team/audit-log", query=("page", "limit", "act", "actorId", "subjectType", "subjectId", "from", "to"), paging=("page-limit", "data"))
_SHOW_AUDIT_LOG_OF_ALL_TEAMS = Operation("GET", "/api/v1/admin/audit-log", query=("page", "limit", "act", "actorId", "subjectType", "subjectId", "from", "to"), paging=("page-limit", "data"))
_LIST_BUDGETS = Operation("GET", "/api/v1/team/budgets")
_SET_BUDGET = Operation("PUT", "/api/v1/team/budgets", body="json")
_DELETE_BUDGET = Operation("DELETE", "/api/v1/team/budgets/{id}")
_GET_USE_OF_BUDGETS = Operation("GET", "/api/v1/team/usage", query=("subject", "measure", "period", "at", "limit"))
_EXPORT_TEAM = Operation("POST", "/api/v1/team/exports")
_LIST_EXPORTS_OF_TEAM = Operation("GET", "/api/v1/team/exports", query=("page", "limit"), paging=("page-limit", "data"))
_SHOW_EXPORT_OF_TEAM = Operation("GET", "/api/v1/team/exports/{id}")
_DELETE_EXPORT_OF_TEAM = Operation("DELETE", "/api/v1/team/exports/{id}")
_DOWNLOAD_EXPORT_OF_TEAM = Operation("GET", "/api/v1/team/exports/{id}/download", answer="bytes")
_COUNT_WHAT_TEAM_OWNS = Operation("GET", "/api/v1/team/contents")
_SHOW_HOW_LONG_TEAM_KEEPS_ITS_DATA = Operation("GET", "/api/v1/team/retention")
_CHANGE_HOW_LONG_TEAM_KEEPS_ITS_DATA = Operation("PUT", "/api/v1/team/retention", body="json")
_LIST_MODELS = Operation("GET", "/api/v1/models", query=("page", "limit", "kind"), paging=("page-limit", "data"))
_REGISTER_MODEL = Operation("POST", "/api/v1/models", body="json")
_GET_MODEL = Operation("GET", "/api/v1/models/{id}")
_UPDATE_MODEL = Operation("PUT", "/api/v1/models/{id}", body="json")
_CHANGE_FIELDS_OF_MODEL = Operation("PATCH", "/api/v1/models/{id}", body="json")
_DELETE_MODEL = Operation("DELETE", "/api/v1/models/{id}")
_TEST_MODEL = Operation("POST", "/api/v1/models/{id}/test", is_idempotent=False)
_EXPORT_CHATBOT = Operation("GET", "/api/v1/chatbots/{id}/export", answer="bytes")
_IMPORT_CHATBOT = Operation("POST", "/api/v1/chatbots/import", query=("name",), body="form")
_LIST_IMPORTS_OF_CHATBOTS = Operation("GET", "/api/v1/chatbots/imports", query=("page", "limit"), paging=("page-limit", "data"))
_GET_IMPORT_OF_CHATBOT = Operation("GET", "/api/v1/chatbots/imports/{importId}")
_LIST_CHATBOTS = Operation("GET", "/api/v1/chatbots", query=("page", "limit", "search", "status"), paging=("page-limit", "data"))
_CREATE_CHATBOT = Operation("POST", "/api/v1/chatbots", body="json")
_GET_CHATBOT = Operation("GET", "/api/v1/chatbots/{id}")
_UPDATE_CHATBOT = Operation("PUT", "/api/v1/chatbots/{id}", body="json")
_DELETE_CHATBOT = Operation("DELETE", "/api/v1/chatbots/{id}")
_LIST_PERSONALITIES = Operation("GET", "/api/v1/chatbots/{chatbotId}/personalities", query=("page", "limit"), paging=("page-limit", "data"))
_CREATE_PERSONALITY = Operation("POST", "/api/v1/chatbots/{chatbotId}/personalities", body="json")
_CREATE_DEFAULT_PERSONALITY = Operation("POST", "/api/v1/chatbots/{chatbotId}/personalities/default", body="json")
_GET_PERSONALITY = Operation("GET", "/api/v1/personalities/{id}")
_UPDATE_PERSONALITY = Operation("PUT", "/api/v1/personalities/{id}", body="json")
_DELETE_PERSONALITY = Operation("DELETE", "/api/v1/personalities/{id}")
_MAKE_PERSONALITY_DEFAULT = Operation("POST", "/api/v1/personalities/{id}/default")
_GET_PROMPT_MODIFIER_OF_PERSONALITY = Operation("GET", "/api/v1/personalities/{id}/prompt-modifier")
_SEND_MESSAGE_TO_CHATBOT = Operation("POST", "/api/v1/chatbots/{id}/conversation", query=("explain",), body="json", can_stream=True)
_GET_CONVERSATION_HISTORY = Operation("GET", "/api/v1/chatbots/{id}/conversation/history", query=("page", "limit", "sessionId"), paging=("page-limit", "data"))
_RATE_RESPONSE = Operation("POST", "/api/v1/chatbots/{id}/response-rating", body="json")
_LIST_CONVERSATIONS = Operation("GET", "/api/v1/chatbots/{chatbotId}/conversations", query=("page", "limit", "platform", "channelId", "userId", "status", "from", "to"), paging=("page-limit", "data"))
_GET_CONVERSATION = Operation("GET", "/api/v1/chatbots/{chatbotId}/conversations/{conversationId}")
_DELETE_CONVERSATION = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/conversations/{conversationId}")
_LIST_MESSAGES_OF_CONVERSATION = Operation("GET", "/api/v1/chatbots/{chatbotId}/conversations/{conversationId}/messages", query=("page", "limit"), paging=("page-limit", "data"))
_LIST_SUPPORT_AGENTS = Operation("GET", "/api/v1/escalations/agents")
_SET_SUPPORT_AGENT = Operation("PUT", "/api/v1/escalations/agents/{userId}", body="json")
_REMOVE_SUPPORT_AGENT = Operation("DELETE", "/api/v1/escalations/agents/{userId}")
_LIST_ESCALATIONS = Operation("GET", "/api/v1/escalations", query=("page", "limit", "state", "mine", "botId"), paging=("page-limit", "data"))
_ASK_FOR_PERSON = Operation("POST", "/api/v1/escalations", body="json")
_GET_STATISTICS_OF_ESCALATIONS = Operation("GET", "/api/v1/escalations/statistics", query=("from", "to"))
_GET_ESCALATION = Operation("GET", "/api/v1/escalations/{id}")
_ACCEPT_ESCALATION = Operation("POST", "/api/v1/escalations/{id}/accept")
_REPLY_AS_PERSON = Operation("POST", "/api/v1/escalations/{id}/messages", body="json")
_TRANSFER_ESCALATION = Operation("POST", "/api/v1/escalations/{id}/transfer", body="json")
_ASSIGN_ESCALATION = Operation("POST", "/api/v1/escalations/{id}/assign", body="json")
_RETURN_ESCALATION = Operation("POST", "/api/v1/escalations/{id}/return", body="json")
_RESOLVE_ESCALATION = Operation("POST", "/api/v1/escalations/{id}/resolve")
_LIST_CHANNELS_OF_CHATBOT = Operation("GET", "/api/v1/chatbots/{chatbotId}/channels", query=("page", "limit"), paging=("page-limit", "data"))
_CREATE_CHANNEL = Operation("POST", "/api/v1/chatbots/{chatbotId}/channels", body="json")
_GET_CHANNEL = Operation("GET", "/api/v1/channels/{id}")
_UPDATE_CHANNEL = Operation("PATCH", "/api/v1/channels/{id}", body="json")
_DELETE_CHANNEL = Operation("DELETE", "/api/v1/channels/{id}")
_RECONNECT_CHANNEL = Operation("POST", "/api/v1/channels/{id}/reconnect")
_LIST_DELIVERIES_OF_CHANNEL = Operation("GET", "/api/v1/channels/{id}/deliveries", query=("page", "limit", "state"), paging=("page-limit", "data"))
_RETRY_DELIVERY = Operation("POST", "/api/v1/channels/{id}/deliveries/{deliveryId}/retry")
_LIST_KNOWLEDGE_BASES = Operation("GET", "/api/v1/chatbots/{chatbotId}/knowledge-bases", query=("page", "limit"), paging=("page-limit", "data"))
_CREATE_KNOWLEDGE_BASE = Operation("POST", "/api/v1/chatbots/{chatbotId}/knowledge-bases", body="json")
_GET_KNOWLEDGE_BASE = Operation("GET", "/api/v1/knowledge-bases/{id}")
_UPDATE_KNOWLEDGE_BASE = Operation("PUT", "/api/v1/knowledge-bases/{id}", body="json")
_DELETE_KNOWLEDGE_BASE = Operation("DELETE", "/api/v1/knowledge-bases/{id}")
_SEARCH_KNOWLEDGE_BASE = Operation("GET", "/api/v1/knowledge-bases/{id}/search", query=("query", "q", "tags", "limit", "method", "explain"))
_SEARCH_KNOWLEDGE_BASE_BY_BODY = Operation("POST", "/api/v1/knowledge-bases/{id}/search", body="json", is_idempotent=True)
_LIST_ITEMS = Operation("GET", "/api/v1/knowledge-bases/{id}/items", query=("page", "limit"), paging=("page-limit", "data"))
_ADD_ITEM = Operation("POST", "/api/v1/knowledge-bases/{id}/items", body="json")
_GET_ITEM = Operation("GET", "/api/v1/knowledge-bases/{id}/items/{itemId}")
_UPDATE_ITEM = Operation("PUT", "/api/v1/knowledge-bases/{id}/items/{itemId}", body="json")
_DELETE_ITEM = Operation("DELETE", "/api/v1/knowledge-bases/{id}/items/{itemId}")
_ADD_DOCUMENT = Operation("POST", "/api/v1/chatbots/{chatbotId}/documents", body="either")
_LIST_DOCUMENTS = Operation("GET", "/api/v1/chatbots/{chatbotId}/documents", query=("page", "limit", "status"), paging=("page-limit", "data"))
_GET_DOCUMENT = Operation("GET", "/api/v1/chatbots/{chatbotId}/documents/{id}")
_DELETE_DOCUMENT = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/documents/{id}")
_DOWNLOAD_FILE_OF_DOCUMENT = Operation("GET", "/api/v1/chatbots/{chatbotId}/documents/{id}/file", answer="bytes")
_REPLACE_CONTENT_OF_DOCUMENT = Operation("PUT", "/api/v1/chatbots/{chatbotId}/documents/{id}/content", body="either", is_idempotent=False)
_CANCEL_INDEXING_OF_DOCUMENT = Operation("POST", "/api/v1/chatbots/{chatbotId}/documents/{id}/cancel")
_RETRY_INDEXING_OF_DOCUMENT = Operation("POST", "/api/v1/chatbots/{chatbotId}/documents/{id}/retry")
_ADD_WEB_SOURCE = Operation("POST", "/api/v1/chatbots/{chatbotId}/web-sources", body="json")
_LIST_WEB_SOURCES = Operation("GET", "/api/v1/chatbots/{chatbotId}/web-sources", query=("page", "limit"), paging=("page-limit", "data"))
_GET_WEB_SOURCE = Operation("GET", "/api/v1/chatbots/{chatbotId}/web-sources/{id}")
_CHANGE_WEB_SOURCE = Operation("PATCH", "/api/v1/chatbots/{chatbotId}/web-sources/{id}", body="json")
_DELETE_WEB_SOURCE = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/web-sources/{id}")
_LIST_PAGES_OF_WEB_SOURCE = Operation("GET", "/api/v1/chatbots/{chatbotId}/web-sources/{id}/pages", query=("page", "limit", "status"), paging=("page-limit", "data"))
_SYNC_WEB_SOURCE_NOW = Operation("POST", "/api/v1/chatbots/{chatbotId}/web-sources/{id}/sync")
_CANCEL_SYNC_OF_WEB_SOURCE = Operation("POST", "/api/v1/chatbots/{chatbotId}/web-sources/{id}/cancel")
_LIST_QUESTIONS = Operation("GET", "/api/v1/knowledge-bases/{baseId}/questions", query=("page", "limit", "search"), paging=("page-limit", "data"))
_ADD_QUESTION = Operation("POST", "/api/v1/knowledge-bases/{baseId}/questions", body="json")
_IMPORT_QUESTIONS = Operation("POST", "/api/v1/knowledge-bases/{baseId}/questions/import", body="either")
_GET_QUESTION = Operation("GET", "/api/v1/knowledge-bases/{baseId}/questions/{id}")
_UPDATE_QUESTION = Operation("PUT", "/api/v1/knowledge-bases/{baseId}/questions/{id}", body="json")
_DELETE_QUESTION = Operation("DELETE", "/api/v1/knowledge-bases/{baseId}/questions/{id}")
_IMPORT_INTO_KNOWLEDGE_BASE = Operation("POST", "/api/v1/knowledge-bases/{id}/import", query=("mode", "onError", "format"), body="form")
_LIST_IMPORTS_INTO_KNOWLEDGE_BASE = Operation("GET", "/api/v1/knowledge-bases/{id}/imports", query=("page", "limit", "status"), paging=("page-limit", "data"))
_GET_IMPORT_INTO_KNOWLEDGE_BASE = Operation("GET", "/api/v1/knowledge-bases/{id}/imports/{importId}")
_CANCEL_IMPORT_INTO_KNOWLEDGE_BASE = Operation("POST", "/api/v1/knowledge-bases/{id}/imports/{importId}/cancel")
_RETRY_IMPORT_INTO_KNOWLEDGE_BASE = Operation("POST", "/api/v1/knowledge-bases/{id}/imports/{importId}/retry")
_EXPORT_KNOWLEDGE_BASE = Operation("GET", "/api/v1/knowledge-bases/{id}/export", query=("format",), answer="bytes")
_CREATE_ARTIFACT = Operation("POST", "/api/v1/artifacts", body="json")
_LIST_ARTIFACTS = Operation("GET", "/api/v1/artifacts", query=("page", "limit", "type", "search"), paging=("page-limit", "data"))
_GET_ARTIFACT = Operation("GET", "/api/v1/artifacts/{id}")
_UPDATE_ARTIFACT = Operation("PUT", "/api/v1/artifacts/{id}", body="json", is_idempotent=False)
_CHANGE_FIELDS_OF_ARTIFACT = Operation("PATCH", "/api/v1/artifacts/{id}", body="json")
_DELETE_ARTIFACT = Operation("DELETE", "/api/v1/artifacts/{id}")
_LIST_VERSIONS_OF_ARTIFACT = Operation("GET", "/api/v1/artifacts/{id}/versions", query=("page", "limit"), paging=("page-limit", "data"))
_GET_VERSION_OF_ARTIFACT = Operation("GET", "/api/v1/artifacts/{id}/versions/{version}")
_RESTORE_VERSION_OF_ARTIFACT = Operation("POST", "/api/v1/artifacts/{id}/versions/{version}/restore")
_LIST_PLUGINS = Operation("GET", "/api/v1/plugins", query=("page", "limit"), paging=("page-limit", "data"))
_REGISTER_PLUGIN = Operation("POST", "/api/v1/plugins", body="json")
_GET_PLUGIN = Operation("GET", "/api/v1/plugins/{id}")
_UPDATE_PLUGIN = Operation("PUT", "/api/v1/plugins/{id}", body="json")
_UNREGISTER_PLUGIN = Operation("DELETE", "/api/v1/plugins/{id}")
_ROTATE_SECRET_OF_PLUGIN = Operation("POST", "/api/v1/plugins/{id}/rotate-secret")
_LIST_INSTALLED_PLUGINS = Operation("GET", "/api/v1/chatbots/{chatbotId}/plugins", query=("page", "limit"), paging=("page-limit", "data"))
_INSTALL_PLUGIN = Operation("POST", "/api/v1/chatbots/{chatbotId}/plugins", body="json")
_UNINSTALL_PLUGIN = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/plugins/{pluginId}")
_REPLACE_CONFIGURATION_OF_PLUGIN = Operation("PUT", "/api/v1/chatbots/{chatbotId}/plugins/{pluginId}/config", body="json")
_GET_STATUS_OF_INSTALLED_PLUGIN = Operation("GET", "/api/v1/chatbots/{chatbotId}/plugins/{pluginId}/status")
_GET_INTEGRATION = Operation("GET", "/api/v1/integrations/{id}")
_UPDATE_INTEGRATION = Operation("PATCH", "/api/v1/integrations/{id}", body="json")
_DELETE_INTEGRATION = Operation("DELETE", "/api/v1/integrations/{id}")
_GET_HEALTH_OF_INTEGRATION = Operation("GET", "/api/v1/integrations/{id}/health")
_TEST_INTEGRATION = Operation("POST", "/api/v1/integrations/{id}/test", body="json", is_idempotent=False)
_LIST_INTEGRATIONS = Operation("GET", "/api/v1/chatbots/{chatbotId}/integrations", query=("page", "limit"), paging=("page-limit", "data"))
_CREATE_INTEGRATION = Operation("POST", "/api/v1/chatbots/{chatbotId}/integrations", body="json")
_LIST_DATASETS = Operation("GET", "/api/v1/chatbots/{chatbotId}/training/datasets", query=("page", "limit"), paging=("page-limit", "data"))
_CREATE_DATASET = Operation("POST", "/api/v1/chatbots/{chatbotId}/training/datasets", body="json")
_GET_DATASET = Operation("GET", "/api/v1/training/datasets/{id}")
_UPDATE_DATASET = Operation("PUT", "/api/v1/training/datasets/{id}", body="json")
_DELETE_DATASET = Operation("DELETE", "/api/v1/training/datasets/{id}")
_LIST_EXAMPLES_OF_DATASET = Operation("GET", "/api/v1/training/datasets/{id}/examples", query=("page", "limit", "intent", "search"), paging=("page-limit", "data"))
_ADD_EXAMPLES = Operation("POST", "/api/v1/training/datasets/{id}/examples", body="json")
_DELETE_EXAMPLE = Operation("DELETE", "/api/v1/training/datasets/{id}/examples/{exampleId}")
_IMPORT_EXAMPLES = Operation("POST", "/api/v1/training/datasets/{id}/import", query=("mode", "skipDuplicates", "format"), body="form")
_EXPORT_EXAMPLES = Operation("GET", "/api/v1/training/datasets/{id}/export", query=("format",), answer="bytes")
_START_TRAINING_SESSION = Operation("POST", "/api/v1/chatbots/{chatbotId}/training/sessions", body="json")
_LIST_TRAINING_SESSIONS = Operation("GET", "/api/v1/chatbots/{chatbotId}/training/sessions", query=("page", "limit", "status"), paging=("page-limit", "data"))
_GET_TRAINING_SESSION = Operation("GET", "/api/v1/training/sessions/{id}")
_CANCEL_TRAINING_SESSION = Operation("DELETE", "/api/v1/training/sessions/{id}")
_LIST_TRAINED_MODELS = Operation("GET", "/api/v1/chatbots/{chatbotId}/training/models", query=("page", "limit"), paging=("page-limit", "data"))
_GET_TRAINED_MODEL = Operation("GET", "/api/v1/chatbots/{chatbotId}/training/models/{version}")
_DELETE_TRAINED_MODEL = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/training/models/{version}")
_ACTIVATE_TRAINED_MODEL = Operation("POST", "/api/v1/chatbots/{chatbotId}/training/models/{version}/activate")
_PREDICT_INTENTS = Operation("POST", "/api/v1/chatbots/{chatbotId}/intents/predict", body="json", is_idempotent=True)
_GET_REPORT_OF_TRAINING_SESSION = Operation("GET", "/api/v1/training/sessions/{id}/report")
_COMPARE_TWO_TRAINED_MODELS = Operation("GET", "/api/v1/chatbots/{chatbotId}/training/models/{version}/comparison", query=("with",))
_GET_CONTEXT_OF_END_USER = Operation("GET", "/api/v1/chatbots/{chatbotId}/context/{userId}")
_UPDATE_CONTEXT_OF_END_USER = Operation("POST", "/api/v1/chatbots/{chatbotId}/context/{userId}", body="json")
_DELETE_CONTEXT_OF_END_USER = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/context/{userId}")
_RESOLVE_REFERENCES = Operation("POST", "/api/v1/chatbots/{chatbotId}/references/resolve", body="json", is_idempotent=True)
_LIST_TOPICS_OF_END_USER = Operation("GET", "/api/v1/chatbots/{chatbotId}/topics/{userId}", query=("page", "limit"), paging=("page-limit", "data"))
_PUT_TOPIC_OF_END_USER = Operation("POST", "/api/v1/chatbots/{chatbotId}/topics/{userId}", body="json")
_DELETE_TOPIC_OF_END_USER = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/topics/{userId}/{topicId}")
_LIST_ENTITIES_OF_END_USER = Operation("GET", "/api/v1/chatbots/{chatbotId}/entities/{userId}", query=("page", "limit", "type"), paging=("page-limit", "data"))
_PUT_ENTITY_OF_END_USER = Operation("POST", "/api/v1/chatbots/{chatbotId}/entities/{userId}", body="json")
_DELETE_ENTITY_OF_END_USER = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/entities/{userId}/{entityId}")
_LIST_ENTITY_LISTS = Operation("GET", "/api/v1/entity-lists", query=("page", "limit"), paging=("page-limit", "data"))
_CREATE_ENTITY_LIST = Operation("POST", "/api/v1/entity-lists", body="json")
_GET_ENTITY_LIST = Operation("GET", "/api/v1/entity-lists/{id}")
_UPDATE_ENTITY_LIST = Operation("PUT", "/api/v1/entity-lists/{id}", body="json")
_DELETE_ENTITY_LIST = Operation("DELETE", "/api/v1/entity-lists/{id}")
_EXPORT_DATA_OF_END_USER_OF_CHATBOT = Operation("GET", "/api/v1/chatbots/{chatbotId}/users/{userId}/data")
_ERASE_DATA_OF_END_USER_OF_CHATBOT = Operation("DELETE", "/api/v1/chatbots/{chatbotId}/users/{userId}/data")
_EXPORT_DATA_OF_END_USER = Operation("GET", "/api/v1/end-users/{userId}/data")
_ERASE_DATA_OF_END_USER = Operation("DELETE", "/api/v1/end-users/{userId}/data")
_LIST_LEARNING_ITEMS = Operation("GET", "/api/v1/chatbots/{chatbotId}/learning", query=("page", "limit", "type", "source", "status"), paging=("page-limit", "data"))
_ADD_LEARNING_ITEM = Operation("POST", "/api/v1/chatbots/{chatbotId}/learning", body="json")
_DERIVE_LEARNING_ITEMS = Operation("POST", "/api/v1/chatbots/{chatbotId}/learning/generate")
_APPLY_LEARNING_ITEMS = Operation("POST", "/api/v1/chatbots/{chatbotId}/learning/apply")
_PREVIEW_LEARNING_ITEMS = Operation("POST", "/api/v1/chatbots/{chatbotId}/learning/preview", body="json", is_idempotent=True)
_REVERT_LEARNING_ITEM = Operation("POST", "/api/v1/chatbots/{chatbotId}/learning/{learningId}/revert", query=("reject",))
_GET_LEARNING_ITEM = Operation("GET", "/api/v1/learning/{learningId}")
_CHANGE_LEARNING_ITEM = Operation("PUT", "/api/v1/learning/{learningId}", body="json")
_DELETE_LEARNING_ITEM = Operation("DELETE", "/api/v1/learning/{learningId}")
_APPROVE_OR_REJECT_LEARNING_ITEM = Operation("PUT", "/api/v1/learning/{learningId}/status", body="json")
_GET_MESSAGE_ANALYTICS = Operation("GET", "/api/v1/chatbots/{chatbotId}/analytics/messages", query=("startDate", "endDate", "period", "timezone", "format"))
_GET_USER_ANALYTICS = Operation("GET", "/api/v1/chatbots/{chatbotId}/analytics/users", query=("startDate", "endDate", "period", "timezone", "format"))
_GET_SESSION_ANALYTICS = Operation("GET", "/api/v1/chatbots/{chatbotId}/analytics/sessions", query=("startDate", "endDate", "period", "timezone", "format"))
_GET_INTENT_ANALYTICS = Operation("GET", "/api/v1/chatbots/{chatbotId}/analytics/intents", query=("startDate", "endDate", "period", "timezone", "format"))
_GET_USAGE_ANALYTICS = Operation("GET", "/api/v1/chatbots/{chatbotId}/analytics/usage", query=("startDate", "endDate", "period", "timezone", "format"))
_GET_QUALITY_ANALYTICS = Operation("GET", "/api/v1/chatbots/{chatbotId}/analytics/quality", query=("startDate", "endDate", "period", "timezone", "format"))
_GET_INSIGHTS = Operation("GET", "/api/v1/chatbots/{chatbotId}/insights", query=("period", "timezone", "refresh"))
_COMPARE_INTEGRATIONS = Operation("GET", "/api/v1/chatbots/{chatbotId}/integrations/report", query=("from", "to"))
_LIST_AGENT_LOOPS = Operation("GET", "/api/v1/agent-loops", query=("page", "limit", "status", "search"), paging=("page-limit", "data"))
_CREATE_AGENT_LOOP = Operation("POST", "/api/v1/agent-loops", body="json")
_GET_AGENT_LOOP = Operation("GET", "/api/v1/agent-loops/{id}")
_UPDATE_AGENT_LOOP = Operation("PUT", "/api/v1/agent-loops/{id}", body="json")
_DELETE_AGENT_LOOP = Operation("DELETE", "/api/v1/agent-loops/{id}")
_RUN_AGENT_LOOP = Operation("POST", "/api/v1/agent-loops/{id}/run", body="json")
_LIST_EXECUTIONS_OF_AGENT_LOOP = Operation("GET", "/api/v1/agent-loops/{id}/executions", query=("page", "limit", "status"), paging=("page-limit", "data"))
_GET_EXECUTION = Operation("GET", "/api/v1/agent-loops/{id}/executions/{executionId}")
_CANCEL_EXECUTION = Operation("POST", "/api/v1/agent-loops/{id}/executions/{executionId}/cancel")
_REGISTER_WEBHOOK = Operation("POST", "/api/v1/webhooks", body="json")
_LIST_WEBHOOKS = Operation("GET", "/api/v1/webhooks", query=("page", "limit"), paging=("page-limit", "data"))
_LIST_WEBHOOK_EVENTS = Operation("GET", "/api/v1/webhooks/events")
_GET_WEBHOOK = Operation("GET", "/api/v1/webhooks/{id}")
_UPDATE_WEBHOOK = Operation("PUT", "/api/v1/webhooks/{id}", body="json")
_CHANGE_FIELDS_OF_WEBHOOK = Operation("PATCH", "/api/v1/webhooks/{id}", body="json")
_DELETE_WEBHOOK = Operation("DELETE", "/api/v1/webhooks/{id}")
_ROTATE_SECRET_OF_WEBHOOK = Operation("POST", "/api/v1/webhooks/{id}/rotate-secret", body="json")
_TEST_WEBHOOK = Operation("POST", "/api/v1/webhooks/{id}/test", body="json")
_LIST_DELIVERIES_OF_WEBHOOK = Operation("GET", "/api/v1/webhooks/{id}/deliveries", query=("page", "limit", "status", "event", "since"), paging=("page-limit", "data"))
_GET_DELIVERY = Operation("GET", "/api/v1/webhooks/{id}/deliveries/{deliveryId}")
_REPLAY_DELIVERY = Operation("POST", "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay")
_REPLAY_DELIVERIES_SINCE_TIME = Operation("POST", "/api/v1/webhooks/{id}/replay", body="json")
_GET_STATISTICS_OF_WEBHOOK = Operation("GET", "/api/v1/webhooks/{id}/statistics", query=("days",))
_SHOW_LIVENESS = Operation("GET", "/api/v1/health")
_SHOW_DETAILED_STATUS = Operation("GET", "/api/v1/health/status")
_SHOW_METRICS = Operation("GET", "/api/v1/metrics", answer="text")
