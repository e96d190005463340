using System.Globalization;
using System.Numerics;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>Maps verbs and their parts, ids, payloads and refusals to their GraphQL types.</summary>
internal sealed class VerbMappings : IGraphTypeMappingProvider
{
    // An ID may be written as an integer of any size; such an ID matches no record.
    private static readonly Type[] Written = [typeof(string), typeof(int), typeof(long), typeof(BigInteger)];

    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (clrType is { IsGenericType: true } && clrType.GetGenericTypeDefinition() == typeof(Id<>))
        {
            foreach (var written in Written)
                ValueConverter.Register(written, clrType, value => IdOf(clrType, value));
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

    private static object IdOf(Type id, object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return Activator.CreateInstance(id, text, NodeId.KeyOf(id.GetGenericArguments()[0].Name, text))!;
    }

    // A part of a verb is a class of the model, too.
    private static bool IsVerb(Type type) =>
        type.IsAssignableTo(typeof(Verb)) || (type.IsClass && type.Assembly == typeof(Verb).Assembly);
}
