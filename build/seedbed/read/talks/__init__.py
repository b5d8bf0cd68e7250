"""Conversations: transcripts, interviews, talks, subtitles."""
