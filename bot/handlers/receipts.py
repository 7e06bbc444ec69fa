"""Receipts to verify: after /verify, in a link, or on their own in a private chat."""

from __future__ import annotations

from functools import partial

from telegram import Message
from telegram.ext import filters

from bot.handlers.incoming import Incoming
from bot.handlers.sending import reply
from bot.handlers.working import working
from bot.messages import receipts, strings
from bot.messages.answers import Page
from retrieval.articles.receipt_tokens import looks_like_receipt
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
            versions: Earlier versions of the articles.
        """
        self._versions = versions

    async def asked(self, incoming: Incoming) -> None:
        """Verify the receipt after the command; without one say what a receipt is."""
        if incoming.arguments:
            await self.verify(" ".join(incoming.arguments), incoming)
        else:
            await reply(incoming.message, Page(incoming.language.say(strings.VERIFY_USAGE)))

    async def sent(self, incoming: Incoming) -> None:
        await self.verify(incoming.message.text or "", incoming)

    async def verify(self, text: str, incoming: Incoming) -> None:
        """Answer with the verification of the receipt in *text*."""
        work = partial(verify, text, incoming.library, self._versions)
        verification = await working(incoming.message, work, incoming.library)
        await reply(incoming.message, receipts.receipt_page(verification, incoming.language))
