using GraphQL;
using GraphQL.Types;

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
    }
}

/// <summary>An instant.</summary>
public sealed class InstantType : DateTimeGraphType
{
    /// <summary>RFC 3339.</summary>
    public InstantType()
    {
        Name = "DateTime";
        Description = "An instant in UTC, as RFC 3339 writes it: `1998-03-17T03:30:00Z`.";
        this.WithMetadata(SpecifiedByUrl.Key, "https://scalars.graphql.org/andimarek/date-time.html");
    }
}

/// <summary>A large whole number.</summary>
public sealed class WholeNumberType : LongGraphType
{
    /// <summary>64 bits, signed.</summary>
    public WholeNumberType()
    {
        Name = "Long";
        Description = "A whole number of up to 64 bits, written as a JSON number.";
        this.WithMetadata(SpecifiedByUrl.Key, "https://scalars.graphql.org/chillicream/long.html");
    }
}
