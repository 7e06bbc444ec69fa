"""Receipts to verify: after /verify, in a link, or on their own in a private chat."""

from __future__ import annotations

from functools import partial

from telegram import Message, Update
from telegram.ext import ContextTypes, filters

from bot.handlers.sending import reply
from bot.handlers.working import working
from bot.messages import receipts, strings
from bot.messages.answers import Page
from bot.storage.recipients import Recipient
from retrieval.articles.receipt_tokens import looks_like_receipt
from retrieval.library import Library
from retrieval.receipts.verification import verify
from retrieval.receipts.versions import Versions


class ReceiptAlone(filters.MessageFilter):
    """Messages that consist of a receipt, or of one with a letter missing."""

    def filter(self, message: Message) -> bool:
        return looks_like_receipt(message.text or "")


class Receipts:
    """Verifies receipts."""

    def __init__(self, versions: Versions | None = None) -> None:
        """
        Args:
            versions: Versions versions of the articles.
        """
        self._versions = versions

    async def asked(
        self,
        library: Library,
        recipient: Recipient,
        update: Update,
        context: ContextTypes.DEFAULT_TYPE,
    ) -> None:
        """Verify the receipt after the command; without one say what a receipt is."""
        assert update.message
        if context.args:
            await self.verify(" ".join(context.args), library, recipient, update.message)
        else:
            await reply(update.message, Page(recipient.language.say(strings.VERIFY_USAGE)))

    async def sent(
        self, library: Library, recipient: Recipient, update: Update, _: ContextTypes.DEFAULT_TYPE
    ) -> None:
        assert update.message
        assert update.message.text
        await self.verify(update.message.text, library, recipient, update.message)

    async def verify(
        self, text: str, library: Library, recipient: Recipient, message: Message
    ) -> None:
        """Answer *message* with the verification of the receipt in *text*."""
        judge = partial(verify, text, library, self._versions)
        verification = await working(message, judge, library)
        await reply(message, receipts.receipt_page(verification, recipient.language))
