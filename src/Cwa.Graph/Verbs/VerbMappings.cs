using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>Sends verbs and their parts, ids, payloads and refusals to their types.</summary>
internal sealed class VerbMappings : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (clrType is { IsGenericType: true } && clrType.GetGenericTypeDefinition() == typeof(Id<>))
        {
            var record = clrType.GetGenericArguments()[0];
            ValueConverter.Register(typeof(string), clrType, text => IdOf(record, clrType, (string)text));
            return typeof(IdGraphType);
        }

        if (isInputType)
            return IsVerb(clrType) ? typeof(VerbInputType<>).MakeGenericType(clrType) : preferredType;
        if (clrType == typeof(Refusal))
            return typeof(UserErrorInterface);
        if (clrType.IsAssignableTo(typeof(Refusal)))
            return typeof(RefusalType<>).MakeGenericType(clrType);
        return clrType.IsAssignableTo(typeof(Payload)) ? typeof(PayloadType<>).MakeGenericType(clrType) : preferredType;
    }

    private static object IdOf(Type record, Type id, string text) =>
        Activator.CreateInstance(id, text, NodeId.KeyOf(record.Name, text))!;

    // A part of a verb is a class of the model, too.
    private static bool IsVerb(Type type) =>
        type.IsAssignableTo(typeof(Verb)) || (type.IsClass && type.Assembly == typeof(Verb).Assembly);
}
