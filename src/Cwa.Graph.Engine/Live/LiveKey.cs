using System.Security.Cryptography;
using System.Text;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// The key of a group of subscriptions: the query and the caller's rights, without the place to begin at.
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

    /// <summary>The variable that only says where the subscription begins; null if there is no such variable.</summary>
    private static string? PlaceVariable(PreparedRequest request)
    {
        var field = request.Operation.SelectionSet.Selections.OfType<GraphQLField>().FirstOrDefault();
        if (
            field?.Arguments?.FirstOrDefault(a => a.Name == WatchedAttribute.After)?.Value
            is not GraphQLVariable variable
        )
            return null;

        // A name that occurs exactly twice is declared and used as `after`, and nowhere else.
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
