using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph;

/// <summary>A calendar month.</summary>
public sealed class YearMonthType : ScalarGraphType
{
    /// <summary>ISO 8601.</summary>
    public YearMonthType()
    {
        Name = "YearMonth";
        Description = "A calendar month, as ISO 8601 writes it: `1998-04`.";
        this.WithMetadata(SpecifiedByUrl.Key, "https://scalars.graphql.org/apollographql/yearmonth-v0.1.html");
        this.WithMetadata(Expected.Key, ValueText.Month);
    }

    /// <inheritdoc/>
    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLNullValue => null,
            GraphQLStringValue text when ReportMonth.TryParse(text.Value.ToString(), out var month) => month,
            _ => ThrowLiteralConversionError(value),
        };

    /// <inheritdoc/>
    public override object? ParseValue(object? value) =>
        value switch
        {
            null => null,
            ReportMonth => value,
            string text when ReportMonth.TryParse(text, out var month) => month,
            _ => ThrowValueConversionError(value),
        };

    /// <inheritdoc/>
    public override object? Serialize(object? value) => value?.ToString();
}
