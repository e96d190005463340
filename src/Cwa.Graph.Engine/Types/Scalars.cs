using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A calendar date.</summary>
public sealed class DateType : DateOnlyGraphType
{
    /// <summary>ISO 8601.</summary>
    public DateType()
    {
        Name = "Date";
        Description = "A calendar date, without a time or a zone, as ISO 8601 writes it: `1998-03-16`.";
        this.WithMetadata(SpecifiedByUrl.Key, "https://scalars.graphql.org/andimarek/local-date.html");
        this.WithMetadata(Expected.Key, ValueText.Day);
    }
}

/// <summary>An instant.</summary>
public sealed class InstantType : DateTimeGraphType
{
    /// <summary>RFC 3339.</summary>
    public InstantType()
    {
        Name = "DateTime";
        Description =
            "An instant as RFC 3339 writes it, always with an offset from UTC: `1998-03-16T22:30:00-05:00`. "
            + "Results are in UTC: `1998-03-17T03:30:00Z`.";
        this.WithMetadata(SpecifiedByUrl.Key, "https://scalars.graphql.org/chillicream/date-time.html");
        this.WithMetadata(Expected.Key, ValueText.Instant);
    }

    /// <inheritdoc/>
    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLNullValue => null,
            GraphQLStringValue text when ValueText.TryInstant(text.Value.Span, out var instant) => instant,
            _ => ThrowLiteralConversionError(value),
        };

    /// <inheritdoc/>
    public override object? ParseValue(object? value) =>
        value switch
        {
            null or DateTime => value,
            string text when ValueText.TryInstant(text, out var instant) => instant,
            _ => ThrowValueConversionError(value),
        };
}

/// <summary>A large whole number.</summary>
public sealed class WholeNumberType : LongGraphType
{
    /// <summary>64 bits, signed.</summary>
    public WholeNumberType()
    {
        Name = "Long";
        Description = "A signed 64-bit whole number, written as a JSON number.";
        this.WithMetadata(SpecifiedByUrl.Key, "https://scalars.graphql.org/chillicream/long.html");
        this.WithMetadata(Expected.Key, $"a whole number from {long.MinValue} to {long.MaxValue}, such as 12");
    }
}
