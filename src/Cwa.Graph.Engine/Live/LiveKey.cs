using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// The key of a group of subscriptions: the query and the caller's rights, without the place to begin at.
/// </summary>
internal static class LiveKey
{
    public static RequestKey Of(PreparedRequest request, IRequester requester)
    {
        var asked = request.Request;
        var place = PlaceVariable(request);
        var variables = asked.Variables.Where(v => v.Key != place).ToDictionary();
        return RequestKey.Of(asked with { Variables = new(variables) }, requester);
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
