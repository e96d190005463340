using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>The interface of all refusals.</summary>
public sealed class UserErrorInterface : InterfaceGraphType<Refusal>
{
    /// <summary>Defines the message and the path.</summary>
    public UserErrorInterface()
    {
        Name = "UserError";
        Description =
            "A refusal that the caller can act on. "
            + "Every mutation returns these in its payload, all that it finds at once.";
        Field(e => e.Message).Description("One sentence for a person, in plain words.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("path")
            .Description(
                "Where in the arguments the problem is, outermost first: `input`, then names of fields, and positions "
                    + "in lists, counted from 0."
            );
    }
}

/// <summary>The type of one refusal: the interface's fields, and data that helps.</summary>
public sealed class RefusalType<T> : ObjectType<T>
    where T : Refusal
{
    /// <summary>Takes the descriptions of the interface's fields from the interface.</summary>
    public RefusalType()
    {
        Interface<UserErrorInterface>();
        foreach (var shared in new UserErrorInterface().Fields)
            Fields.Single(own => own.Name.Equals(shared.Name, StringComparison.OrdinalIgnoreCase)).Description =
                shared.Description;
    }

    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        var most = memberInfo.GetCustomAttribute<MaxLengthAttribute>()?.Length;
        if (field is not null && most is { } length && ((PropertyInfo)memberInfo).PropertyType != typeof(string))
            new ListSizeAttribute(length).Modify(field, isInputType: false);
        return field;
    }
}
