using GraphQLParser;

namespace Cwa.Graph.Engine;

/// <summary>Descriptions of operations, fragments and variables, which the September 2025 edition allows.</summary>
/// <remarks>
/// The parser accepts descriptions on types only. They do not affect execution, so they are replaced with blanks.
/// </remarks>
internal static class DocumentDescriptions
{
    /// <summary>The document with its descriptions blanked out; everything else keeps its position.</summary>
    /// <param name="text">A document whose tokens are all valid.</param>
    public static string Blank(string text)
    {
        if (!text.Contains('"', StringComparison.Ordinal))
            return text;

        char[]? blanked = null;
        var (depth, inVariables) = (0, false);
        // The start of a document is like the end of a definition: a description may follow.
        var (before, end, token) = (TokenKind.BRACE_R, 0, Next(text, 0));
        while (token.Kind != TokenKind.EOF)
        {
            var next = Next(text, token.End);
            var isDescription =
                token.Kind == TokenKind.STRING
                && depth switch
                {
                    0 => before == TokenKind.BRACE_R && IsDefinition(next),
                    1 => inVariables
                        && before is not (TokenKind.EQUALS or TokenKind.COLON)
                        && next.Kind == TokenKind.DOLLAR,
                    _ => false,
                };
            if (isDescription)
                Clear((blanked ??= text.ToCharArray()).AsSpan(end..token.End));
            if (depth == 0)
                inVariables = token.Kind == TokenKind.PAREN_L;
            depth += token.Kind switch
            {
                TokenKind.PAREN_L or TokenKind.BRACKET_L or TokenKind.BRACE_L => 1,
                TokenKind.PAREN_R or TokenKind.BRACKET_R or TokenKind.BRACE_R => -1,
                _ => 0,
            };
            (before, end, token) = (token.Kind, token.End, next);
        }

        return blanked is null ? text : new(blanked);
    }

    // Line breaks stay, so that errors still have the right line.
    private static void Clear(Span<char> text)
    {
        foreach (ref var letter in text)
        {
            if (letter is not ('\r' or '\n'))
                letter = ' ';
        }
    }

    private static Token Next(string text, int at)
    {
        var token = Lexer.Lex(text, at);
        while (token.Kind == TokenKind.COMMENT)
            token = Lexer.Lex(text, token.End);
        return token;
    }

    private static bool IsDefinition(Token token) =>
        token.Kind == TokenKind.NAME && token.Value.Span is "query" or "mutation" or "subscription" or "fragment";
}
