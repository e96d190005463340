using System.Reflection;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>The type of one verb's payload: the record under its name, and what every payload has.</summary>
public sealed class PayloadType<TPayload> : ObjectType<TPayload>
    where TPayload : Payload
{
    private static readonly Type[] Of = typeof(TPayload).GetGenericArguments();

    /// <summary>Names the type for its verb.</summary>
    public PayloadType()
    {
        if (Of is not [var verb, _])
            return;

        Name = $"{verb.Name}Payload";
        Description = $"What `{Verb.NameOf(verb)}` did, or why it was refused.";
    }

    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        if (memberInfo.Name == nameof(Payload.Changes) && !(Of is [var teller, _] && TellsChanges(teller)))
            return null;

        var field = base.CreateField(memberInfo);
        if (field is null || Of is not [var verb, var record] || memberInfo.Name != "Given")
            return field;

        var gives = verb.GetCustomAttribute<GivesAttribute>();
        var isMany = typeof(TPayload).GetGenericTypeDefinition() == typeof(PayloadOfMany<,>);
        field.Description = isMany
            ? "What was made or changed, in the order of the input; empty if the input was refused or only checked."
            : $"{WordsOf(record)}; null if the input was refused or only checked.";
        field.Name = gives?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(record.Name);
        if (gives?.Most > 0)
            new ListSizeAttribute(gives.Most).Modify(field, isInputType: false);
        return field;
    }

    private static bool TellsChanges(Type verb) => verb.IsDefined(typeof(TellsChangesAttribute));

    private static string WordsOf(Type record) =>
        $"The {JsonNamingPolicy.SnakeCaseLower.ConvertName(record.Name).Replace('_', ' ')}";
}
