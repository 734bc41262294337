"""Writes of accounts, one module a subject; callers need only this name."""

from shop.accounts.commands.clean import forget_old_notices, forget_stale_accounts
from shop.accounts.commands.codes import confirm_totp, draft_totp, remove_lost_totp, remove_totp
from shop.accounts.commands.devices import open_device, revoke_all, revoke_device, sign_out, touch_device
from shop.accounts.commands.links import (
    IssuedLink,
    ask_for_link,
    hand_over_link,
    issue_link,
    mail_secret_link,
    use_confirm_link,
    use_secret_link,
    use_sign_in_link,
)
from shop.accounts.commands.notices import (
    leave_notice,
    mark_office_notices_read,
    mark_read,
    mark_read_about,
    stamp_mailed,
    stamp_refused,
)
from shop.accounts.commands.owner import Proof
from shop.accounts.commands.places import OfficeFacts, add_agency, add_office
from shop.accounts.commands.profile import EmailChange, OwnProfile, change_profile, change_secret, set_notice_settings
from shop.accounts.commands.registration import register_buyer
from shop.accounts.commands.roles import add_membership, end_membership, give_role
from shop.accounts.commands.sign_in import finish_sign_in, start_sign_in
from shop.accounts.commands.tries import take_try
from shop.accounts.commands.users import NewUser, create_user, disable_user, enable_user, prove_phone

__all__ = [
    "EmailChange",
    "IssuedLink",
    "NewUser",
    "OfficeFacts",
    "OwnProfile",
    "Proof",
    "add_agency",
    "add_membership",
    "add_office",
    "ask_for_link",
    "change_profile",
    "change_secret",
    "confirm_totp",
    "create_user",
    "disable_user",
    "draft_totp",
    "enable_user",
    "end_membership",
    "finish_sign_in",
    "forget_old_notices",
    "forget_stale_accounts",
    "give_role",
    "hand_over_link",
    "issue_link",
    "leave_notice",
    "mail_secret_link",
    "mark_office_notices_read",
    "mark_read",
    "mark_read_about",
    "open_device",
    "prove_phone",
    "register_buyer",
    "remove_lost_totp",
    "remove_totp",
    "revoke_all",
    "revoke_device",
    "set_notice_settings",
    "sign_out",
    "stamp_mailed",
    "stamp_refused",
    "start_sign_in",
    "take_try",
    "touch_device",
    "use_confirm_link",
    "use_secret_link",
    "use_sign_in_link",
]
