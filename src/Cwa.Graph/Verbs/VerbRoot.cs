using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>A root type with a field for each verb that is named in its constructor.</summary>
public abstract class VerbRoot(params Type[] verbs) : RootType([.. verbs.Select(FieldOf)])
{
    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null || memberInfo.DeclaringType?.GetGenericArguments() is not [var verb, _])
            return field;

        field.Name = Verb.NameOf(verb);
        field.Description = DocComments.Of(verb);
        foreach (var argument in field.Arguments ?? [])
            argument.Description = "What the mutation is to do.";
        if (verb.GetCustomAttribute<ByAttribute>() is { } by)
            new RoleAttribute([.. by.Roles.Select(Roles.Of)]).Modify(field, isInputType: false);
        return field;
    }

    private static Type FieldOf(Type verb)
    {
        // Between them may stand what several verbs on one type of record have in common.
        var root = verb.BaseType!;
        while (!root.IsGenericType)
            root = root.BaseType!;
        var isOfMany = root.GetGenericTypeDefinition() == typeof(VerbOfMany<>);
        return (isOfMany ? typeof(VerbOfManyField<,>) : typeof(VerbField<,>)).MakeGenericType(
            verb,
            root.GetGenericArguments()[0]
        );
    }
}

/// <summary>The field of one verb.</summary>
internal static class VerbField<TVerb, T>
    where TVerb : Verb<T>
    where T : class
{
    /// <summary>Does what the verb says.</summary>
    public static Task<Payload<TVerb, T>> DoAsync(
        [Required] TVerb input,
        VerbRunner runner,
        CancellationToken cancellationToken
    ) =>
        runner.RunAsync(
            input,
            done => new Payload<TVerb, T> { Given = done is [var given, ..] ? given : null },
            cancellationToken
        );
}

/// <summary>The field of one verb of several records.</summary>
internal static class VerbOfManyField<TVerb, T>
    where TVerb : VerbOfMany<T>
    where T : class
{
    /// <summary>Does what the verb says.</summary>
    public static Task<PayloadOfMany<TVerb, T>> DoAsync(
        [Required] TVerb input,
        VerbRunner runner,
        CancellationToken cancellationToken
    ) => runner.RunAsync(input, done => new PayloadOfMany<TVerb, T> { Given = done }, cancellationToken);
}
