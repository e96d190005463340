using System.Security.Cryptography;
using System.Text;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// What makes two subscriptions the same: what they ask and what they may see, but not from which place on.
/// </summary>
internal static class LiveKey
{
    private static readonly GraphQL.SystemTextJson.GraphQLSerializer Serializer = new();

    public static string Of(PreparedRequest request, IRequester requester)
    {
        var asked = request.Request;
        var variables = asked
            .Variables.Where(v => v.Key != PlaceVariable(request))
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .ToDictionary();
        var text = string.Join(
            '\0',
            asked.Query,
            asked.OperationName,
            Serializer.Serialize(variables),
            requester.Rights
        );
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The variable that says only where the subscription begins; null when there is none.</summary>
    private static string? PlaceVariable(PreparedRequest request)
    {
        var field = request.Operation.SelectionSet.Selections.OfType<GraphQLField>().FirstOrDefault();
        if (
            field?.Arguments?.FirstOrDefault(a => a.Name == WatchedAttribute.After)?.Value
            is not GraphQLVariable variable
        )
            return null;

        // Declared once and used once: it is no part of what is asked otherwise.
        var name = variable.Name.StringValue;
        return
            request
                .Request.Query.Split('$')
                .Skip(1)
                .Count(rest => rest.TrimStart().StartsWith(name, StringComparison.Ordinal)) == 2
            ? name
            : null;
    }
}
